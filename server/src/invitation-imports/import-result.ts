import { errorCatalogue, type ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { Words } from '@latchkey/shared/words/words';
import { csvOf } from '../csv/csv.ts';
import type { Reads } from '../storage/store.ts';
import type { ImportRow, InvitationImport } from './import-repository.ts';

export type WordsOfImports = Pick<Words, 'errors' | 'console'>;

/** What became of each row, with the invitation that was made of it, or the reason and what to do now. */
export async function resultFile(
  reads: Pick<Reads, 'imports'>,
  one: InvitationImport,
  words: WordsOfImports,
): Promise<{ fileName: string; csv: string }> {
  const rows = await reads.imports.rows(one.id);
  const { resultColumns } = words.console.importPage;
  const table = [Object.values(resultColumns), ...rows.map((row) => cellsOf(row, one, words))];
  return { fileName: `latchkey-import-${one.createdAt.slice(0, 10)}.csv`, csv: csvOf(table) };
}

/** In the order of the columns. */
function cellsOf({ wanted, outcome, invitationId }: ImportRow, { state }: InvitationImport, words: WordsOfImports) {
  const { results } = words.console.importPage;
  const about = [String(wanted.row), wanted.fullName, wanted.shortName, wanted.tenant];
  if (outcome === null) return [...about, state === 'running' ? results.waiting : results.notCreated, '', ''];
  if (outcome === 'created') return [...about, results.created, '', invitationId ?? ''];
  const told = isErrorCode(outcome) ? words.errors[outcome] : words.errors.internal;
  return [...about, results.refused, `${told.title} ${told.nextStep}`, ''];
}

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errorCatalogue, text);
