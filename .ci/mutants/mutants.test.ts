import { expect, test } from 'vitest';
import { mutationsOf, withSwitches } from './mutations.ts';

const path = 'a.ts';
const texts = (source: string) =>
  mutationsOf(path, source).map(({ start, end, instead }) => `${source.slice(start, end)} → ${instead}`);
/** What a program of one expression comes to when that mutant is on. */
function valueOf(source: string, mutant: number): unknown {
  Object.assign(globalThis, { mutant });
  const switched = withSwitches(source, mutationsOf(path, source), 1);
  // oxlint-disable-next-line no-implied-eval no-new-func -- a program is text here, and this is how its text is run
  return new Function(switched.replace('export const it =', 'return'))() as unknown;
}

test('operators, conditions, literals, lists and calls are said differently', () => {
  expect(texts('export const it = 1 < 2 && !f([3].some(g)) ? "a" : false;')).toMatchInlineSnapshot(`
    [
      "1 < 2 && !f([3].some(g)) ? "a" : false → "a"",
      "1 < 2 && !f([3].some(g)) ? "a" : false → false",
      "1 < 2 && !f([3].some(g)) → 1 < 2 || !f([3].some(g))",
      "1 < 2 && !f([3].some(g)) → 1 < 2",
      "1 < 2 → 1 <= 2",
      "1 < 2 → 1 >= 2",
      "1 → 2",
      "2 → 3",
      "!f([3].some(g)) → f([3].some(g))",
      "[3].some(g) → [3].every(g)",
      "[3] → []",
      "3 → 4",
      ""a" → ''",
      "false → true",
    ]
  `);
});

test('types, imports and names stay as they are', () => {
  expect(
    texts("import a from 'a'; export type A = 'b' | 3; export const c = { d } as const satisfies E<'f'>; g.h;"),
  ).toEqual([]);
});

test('no mutant is on: the program is what it was', () => {
  expect(valueOf('export const it = 2 > 1 ? [1 + 1] : [];', 0)).toEqual([2]);
});

test('one mutant at a time is on, inside of others too', () => {
  const source = 'export const it = 2 > 1 ? [1 + 1] : [];';
  const all = mutationsOf(path, source);
  const values = all.map((_, place) => JSON.stringify(valueOf(source, place + 1)));
  expect(values).toMatchInlineSnapshot(`
    [
      "[2]",
      "[]",
      "[2]",
      "[]",
      "[2]",
      "[]",
      "[]",
      "[0]",
      "[3]",
      "[3]",
    ]
  `);
});
