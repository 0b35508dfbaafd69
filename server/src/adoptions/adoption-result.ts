import { adoptionRefusals, type AdoptionRefusal } from '@latchkey/shared/invitations/adoption-outcomes';
import type { Words } from '@latchkey/shared/words/words';
import { csvOf } from '../csv/csv.ts';
import { errorWords, isAwaited } from '../invitation-imports/import-result.ts';
import type { CustomerImport, ImportRow } from '../invitation-imports/import-repository.ts';

type WordsOfAdoptions = Pick<Words, 'errors' | 'console' | 'causes' | 'verdicts' | 'evidence'>;

/** What became of each row: the connection with its verdict and how that is known, or the reason and what to do now. */
export function adoptionResult(
  one: CustomerImport,
  rows: readonly ImportRow[],
  words: WordsOfAdoptions,
): { fileName: string; csv: string } {
  const { resultColumns } = words.console.adoptPage;
  const table = [Object.values(resultColumns), ...rows.map((row) => cellsOf(row, one, words))];
  return { fileName: `latchkey-adopted-${one.createdAt.slice(0, 10)}.csv`, csv: csvOf(table) };
}

/** In the order of the columns. */
function cellsOf(row: ImportRow, list: CustomerImport, words: WordsOfAdoptions): readonly string[] {
  const { wanted, outcome, found, connectionId } = row;
  const { results } = words.console.adoptPage;
  const about = [String(wanted.row), wanted.fullName, wanted.shortName, wanted.tenant];
  if (outcome === null) return [...about, isAwaited(row, list) ? results.waiting : results.notAdopted, '', '', '', ''];
  if (found === null) return [...about, results.refused, refusalText(outcome, words), '', '', ''];
  const { text, nextStep } = words.causes[found.cause];
  const isWorking = found.cause === 'all_proved';
  return [
    ...about,
    outcome === 'created' ? results.adopted : results.unproved,
    isWorking ? text : `${text} ${nextStep}`,
    found.verdict === 'settling' ? words.console.customersPage.export.settling : words.verdicts[found.verdict],
    words.evidence[found.evidence],
    connectionId ?? '',
  ];
}

function refusalText(code: string, words: WordsOfAdoptions): string {
  const { title, nextStep } = isOwn(code) ? words.console.adoptPage.refusals[code] : errorWords(code, words);
  return `${title} ${nextStep}`;
}

const isOwn = (code: string): code is AdoptionRefusal => (adoptionRefusals as readonly string[]).includes(code);
