import { CsvError, parse } from 'csv-parse/sync';
import {
  importColumns,
  mostImportRows,
  optionalImportColumns,
  type ImportColumn,
  type ImportMistake,
} from '@latchkey/shared/invitations/import-mistakes';
import { err, ok, type Result } from '@latchkey/shared/result';

/** Where something is wrong: the row as a spreadsheet numbers it (the header is 1), and the column by its header. */
export interface ListMistake {
  readonly row: number;
  readonly column: ImportColumn | null;
  readonly mistake: ImportMistake;
  /** A header that is wrong, cut short; null for anything else: what stands in a cell is not repeated. */
  readonly header: string | null;
}

export interface ListRow {
  readonly row: number;
  /** As many as stand there; the header has `width`. */
  readonly count: number;
  readonly cells: Readonly<Record<ImportColumn, string>>;
}

interface ReadList {
  readonly width: number;
  readonly rows: readonly ListRow[];
}

const aboutFile = (mistake: ImportMistake, row = 1, header: string | null = null): ListMistake => ({
  row,
  column: null,
  mistake,
  header: header === null ? null : header.slice(0, 40),
});

/** Reads a list as spreadsheets write it: with commas, semicolons or tabs, with or without a byte order mark, with any line end. */
export function readList(text: string): Result<ReadList, 'file'> & { readonly mistakes?: readonly ListMistake[] } {
  const bare = text.replace(/^\uFEFF/, '');
  const fault = (...mistakes: readonly ListMistake[]) => ({ ...err('file' as const), mistakes });
  if (bare.trim() === '') return fault(aboutFile('file_empty'));
  const table = tableOf(bare);
  if (!table.ok) return fault(aboutFile('quotes_broken', table.row));
  const [header, ...rest] = table.rows;
  if (header === undefined) return fault(aboutFile('file_empty'));
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const wrong = wrongHeader(names);
  if (wrong.length > 0) return fault(...wrong);
  const filled = rest.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return fault(aboutFile('file_without_rows'));
  if (filled.length > mostImportRows) return fault(aboutFile('rows_too_many', filled[mostImportRows]?.row));
  const cellOf = (cells: readonly string[], column: ImportColumn) => cells[names.indexOf(column)]?.trim() ?? '';
  const rows = filled.map(({ row, cells }) => ({
    row,
    count: cells.length,
    cells: Object.fromEntries(importColumns.map((column) => [column, cellOf(cells, column)])) as ListRow['cells'],
  }));
  return ok({ width: names.length, rows });
}

function wrongHeader(names: readonly string[]): readonly ListMistake[] {
  const known: readonly string[] = importColumns;
  return [
    ...names.flatMap((name, place) => {
      if (!known.includes(name)) return [aboutFile('column_unknown', 1, name)];
      return names.indexOf(name) < place ? [aboutFile('column_twice', 1, name)] : [];
    }),
    ...importColumns
      .filter((column) => !optionalImportColumns.includes(column) && !names.includes(column))
      .map((column) => aboutFile('column_missing', 1, column)),
  ];
}

interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The delimiter is the one that stands in the first line most often; a cell with a line end counts as one row, as in a spreadsheet. */
function tableOf(
  text: string,
): { readonly ok: true; readonly rows: readonly TableRow[] } | { readonly ok: false; readonly row: number } {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1);
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  const { delimiter } = counts.reduce((most, one) => (one.count > most.count ? one : most));
  try {
    const cells: string[][] = parse(text, { delimiter, relax_column_count: true, max_record_size: 20_000 });
    return { ok: true, rows: cells.map((row, place) => ({ row: place + 1, cells: row })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records: unknown = error['records'];
    return { ok: false, row: (typeof records === 'number' ? records : 0) + 1 };
  }
}
