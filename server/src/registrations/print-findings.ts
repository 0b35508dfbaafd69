import type { RegistrationFinding, RegistrationsView } from '@latchkey/shared/api/registrations';
import { fill, plural } from '@latchkey/shared/words/fill';
import type { registrations } from '@latchkey/shared/words/en/registrations';

type Of = typeof registrations;

/** The findings for a terminal: one line each, and below a line that is not good what is expected, what is there, and the way on. */
export function printFindings(view: RegistrationsView, of: Of): string {
  const { cloud, tenantId, findings } = view;
  const place = fill(of.command.place, { cloud: cloud.name, tenant: tenantId });
  const standings = ['good', 'warning', 'bad', 'unknown'] as const;
  const counts = standings.map((standing) =>
    plural(of.counts[standing], findings.filter((one) => one.standing === standing).length, 'en'),
  );
  return [place, '', ...findings.flatMap((one) => linesOf(one, of)), '', counts.join(', '), ''].join('\n');
}

function linesOf(one: RegistrationFinding, of: Of): readonly string[] {
  const { title, text } = of.checks[one.check];
  const end = one.endsAt === null ? '' : ` (${fill(of.ends, { time: one.endsAt.slice(0, 10) })})`;
  const head = `${of.standings[one.standing].padEnd(8)} ${of.names[one.registration].padEnd(12)} ${title}${end}`;
  if (one.standing === 'good') return [head];
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`           ${name}: ${values.join(', ')}`];
  return [
    head,
    ...(one.reason === null ? [] : [`           ${of.reasons[one.reason]}`]),
    ...(one.standing === 'unknown' ? [] : [`           ${text}`]),
    ...list(of.expected, one.expected),
    ...(one.found === null
      ? [`           ${of.found}: ${of.notRead}`]
      : list(of.found, one.found.length === 0 ? [of.none] : one.found)),
    ...list(of.lacks, one.lacks),
    ...list(of.surplus, one.surplus),
    ...(one.mend === null
      ? []
      : [`           ${of.mend}:`, ...one.mend.split('\n').map((line) => `             ${line}`)]),
  ];
}

/** What the command ends with. A warning holds nobody up; unknown is not good. */
export function exitCodeOf({ findings }: Pick<RegistrationsView, 'findings'>): 0 | 1 | 2 {
  if (findings.some(({ standing }) => standing === 'bad')) return 1;
  return findings.some(({ standing }) => standing === 'unknown') ? 2 : 0;
}
