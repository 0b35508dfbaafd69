import type { Toll } from './lines.ts';

/** How many died in each phase of the line, in the order in which the phases come. */
export function histogram(tolls: readonly Toll[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { phase } of tolls.flatMap(({ kills }) => kills)) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  const widest = Math.max(...[...counts.keys()].map((phase) => phase.length));
  return [...counts].map(
    ([phase, count]) => `${phase.padEnd(widest)} ${String(count).padStart(3)} ${'█'.repeat(count)}`,
  );
}

/** What was lost, stuck or done twice, one line each; and the line that counts. `unmet`: where nobody died although somebody should. */
export function summary(
  tolls: readonly Toll[],
  unmet: readonly string[] = [],
): { readonly lines: readonly string[]; readonly isClean: boolean } {
  const of = (name: 'lost' | 'stuck' | 'duplicates'): readonly string[] => tolls.flatMap((toll) => toll[name]);
  const told = (['lost', 'stuck', 'duplicates'] as const).flatMap((name) => of(name).map((one) => `${name}: ${one}`));
  const kills = tolls.reduce((sum, toll) => sum + toll.kills.length, 0);
  const counted = `${kills} kills, ${of('lost').length} lost, ${of('stuck').length} stuck, ${of('duplicates').length} duplicates`;
  const mails = tolls.flatMap((toll) => toll.mails);
  const sum = (name: 'owed' | 'distinct'): number => mails.reduce((total, count) => total + count[name], 0);
  const mailed = mails.length === 0 ? [] : [`${sum('owed')} mails owed, ${sum('distinct')} distinct Message-IDs`];
  const isClean = kills > 0 && told.length === 0 && unmet.length === 0;
  return { lines: [...told, ...unmet, ...mailed, counted], isClean };
}
