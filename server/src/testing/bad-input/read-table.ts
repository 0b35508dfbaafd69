import { readFileSync } from 'node:fs';

/** One row of the table, as it is read. */
export interface Row {
  readonly did: string;
  /** One status, or those of two answers; the better one first. */
  readonly statuses: readonly number[];
  /** The catalogue's code; null for a page, and for what is no refusal. */
  readonly code: string | null;
  readonly title: string | null;
  readonly nextStep: string | null;
  /** The tables that may be others afterwards; all of them are. */
  readonly changes: readonly string[];
  readonly wayOn: string;
}

const columns = 6;

/** Every row below a head, of all tables of the file. */
export function readTable(file: URL): readonly Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    const isHead = /^\|[\s|:-]+\|$/.test(lines[at + 1] ?? '');
    if (!line.startsWith('|') || isHead || /^\|[\s|:-]+\|$/.test(line)) return [];
    const cells = line
      .replaceAll('\\|', '\u0000')
      .slice(1, line.trimEnd().length)
      .split('|')
      .slice(0, columns)
      .map((cell) => cell.replaceAll('\u0000', '|').trim());
    return [rowOf(cells)];
  });
}

function rowOf([did = '', answer = '', title = '', nextStep = '', changes = '', wayOn = '']: readonly string[]): Row {
  const [, statuses = '', code = ''] = /^([\d, ]+)(\w*)$/.exec(answer) ?? [];
  return {
    did,
    statuses: statuses.split(',').map(Number),
    code: code === '' ? null : code,
    title: title === '—' ? null : title,
    nextStep: nextStep === '—' ? null : nextStep,
    changes: changes === 'nothing' ? [] : changes.split(', '),
    wayOn,
  };
}
