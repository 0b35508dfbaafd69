import type { Compared } from './compare.ts';

/** One line of the table. */
export interface Row extends Compared {
  readonly situation: string;
  readonly evidence: string;
  /** Requests at Microsoft's sockets. */
  readonly trips: number;
}

const widths = { situation: 52, expected: 60, evidence: 9, trips: 6 };

const columns = (situation: string, evidence: string, trips: string, expected: string, got: string): string =>
  [
    situation.padEnd(widths.situation),
    evidence.padEnd(widths.evidence),
    trips.padEnd(widths.trips),
    expected.padEnd(widths.expected),
    got,
  ].join(' ');

export const heading = `   ${columns('situation', 'evidence', 'trips', 'expected: verdict · owner · causes in their order · code', 'got')}`;

export function lineOf({ isAsExpected, isFalseGreen, situation, evidence, trips, expected, got }: Row): string {
  const mark = isFalseGreen ? '✗✗' : isAsExpected ? '✓ ' : '✗ ';
  return `${mark} ${columns(situation, evidence, String(trips), expected, got)}`;
}

const count = (rows: readonly Row[], is: (row: Row) => boolean): number => rows.filter(is).length;

export const closingLine = (rows: readonly Row[]): string =>
  [
    `${rows.length} situations`,
    `${count(rows, ({ isAsExpected }) => isAsExpected)} as expected`,
    `${count(rows, ({ isExact }) => isExact)} exact causes`,
    `${count(rows, ({ isFalseGreen }) => isFalseGreen)} false greens`,
  ].join(', ');

/** Nothing acted out is nothing shown. */
export const exitCodeOf = (rows: readonly Row[]): number =>
  rows.length > 0 && rows.every(({ isAsExpected, isFalseGreen }) => isAsExpected && !isFalseGreen) ? 0 : 1;
