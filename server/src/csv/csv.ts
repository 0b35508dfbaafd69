import { stringify } from 'csv-stringify/sync';

/**
 * A table as RFC 4180 writes it, with every cell in quotation marks. A cell that a spreadsheet would calculate (it begins with `=`, `+`,
 * `-`, `@`, a tab or a line end) begins with an apostrophe: names come from people, and a file is opened by somebody else.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(inert)),
    { quoted: true, quoted_empty: true, record_delimiter: 'windows' },
  );

/** The wide forms are calculated by spreadsheets of East Asia. */
const inert = (cell: string): string => (/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? `'${cell}` : cell);
