import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const begins = /^[=+\-@\t\r\n＝＋－＠]/;
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", '＝', ' ', 'a', '1') }),
);
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
const read = (text: string) => parse(text, { relax_column_count: false, bom: false }) as string[][];

describe('a table for a spreadsheet', () => {
  test('any table is read back as it was, but for the apostrophe before what would be calculated', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(csvOf(rows));
        expect(back).toEqual(rows.map((cells) => cells.map((text) => (begins.test(text) ? `'${text}` : text))));
        expect(back.flat().filter((text) => begins.test(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '=HYPERLINK("https://evil.example","Contoso")',
    "=cmd|'/C calc'!A0",
    '＝1+1',
  ])('%j is text, and stays readable', (text) => {
    expect(read(csvOf([['Contoso', text]]))).toEqual([['Contoso', `'${text}`]]);
  });

  test('lines end as RFC 4180 says, and every cell is in quotation marks', () => {
    expect(
      csvOf([
        ['a', 'b "c", d'],
        ['', '1\n2'],
      ]),
    ).toBe('"a","b ""c"", d"\r\n"","1\n2"\r\n');
  });
});
