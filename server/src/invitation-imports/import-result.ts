import { errorCatalogue, type ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { Words } from '@latchkey/shared/words/words';
import { csvOf } from '../csv/csv.ts';
import type { CustomerImport, ImportRow } from './import-repository.ts';

type WordsOfImports = Pick<Words, 'errors' | 'console'>;

/** What became of each row, with the invitation that was made of it, or the reason and what to do now. */
export function resultFile(
  one: CustomerImport,
  rows: readonly ImportRow[],
  words: WordsOfImports,
): { fileName: string; csv: string } {
  const { resultColumns } = words.console.importPage;
  const table = [Object.values(resultColumns), ...rows.map((row) => cellsOf(row, one, words))];
  return { fileName: `latchkey-import-${one.createdAt.slice(0, 10)}.csv`, csv: csvOf(table) };
}

/** In the order of the columns. */
function cellsOf(row: ImportRow, list: CustomerImport, words: WordsOfImports) {
  const { wanted, outcome, invitationId } = row;
  const { results } = words.console.importPage;
  const about = [String(wanted.row), wanted.fullName, wanted.shortName, wanted.tenant];
  if (outcome === null) return [...about, isAwaited(row, list) ? results.waiting : results.notCreated, '', ''];
  if (outcome === 'created') return [...about, results.created, '', invitationId ?? ''];
  const told = errorWords(outcome, words);
  return [...about, results.refused, `${told.title} ${told.nextStep}`, ''];
}

/** Whether its outcome is still to come: what was begun of a list that is cancelled may have been made. */
export const isAwaited = ({ isAtWork }: ImportRow, { state }: CustomerImport): boolean =>
  state === 'running' || isAtWork;

/** The words of a row's code. */
export const errorWords = (code: string, { errors }: Pick<Words, 'errors'>) =>
  isErrorCode(code) ? errors[code] : errors.internal;

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errorCatalogue, text);
