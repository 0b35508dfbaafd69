import { expect, test } from 'vitest';
import { everySource, isTest, read } from './sources.ts';

/** A test file is a list of facts with what they stand on, so it may be longer; it is read one fact at a time. */
const mostLines = (path: string): number => (isTest(path) ? 300 : 200);

/** Files that are longer, each with the reason for which it is one thing all the same. */
const longer: Readonly<Record<string, string>> = {
  'server/src/storage/tables.ts': 'every table, as types',
  'shared/src/words/en/errors.ts': 'the words of every error, as data',
};

const linesOf = (path: string): number => read(path).trimEnd().split('\n').length;

test('a file is short, or stands on the list with its reason', () => {
  const long = everySource.filter((path) => linesOf(path) > mostLines(path) && !Object.hasOwn(longer, path));
  expect(long.map((path) => `${path}: ${linesOf(path)} lines`)).toEqual([]);
});

test('the list names only files that are still long', () => {
  expect(Object.keys(longer).filter((path) => !everySource.includes(path) || linesOf(path) <= mostLines(path))).toEqual(
    [],
  );
});
