import { expect, test } from 'vitest';
import { everySource, read } from './sources.ts';

const mostLines = 200;

/** Files that are longer, each with the reason for which it is one thing all the same. */
const longer: Readonly<Record<string, string>> = {};

const linesOf = (path: string): number => read(path).trimEnd().split('\n').length;

test('a file is short, or stands on the list with its reason', () => {
  const long = everySource.filter((path) => linesOf(path) > mostLines && !Object.hasOwn(longer, path));
  expect(long.map((path) => `${path}: ${linesOf(path)} lines`)).toEqual([]);
});

test('the list names only files that are still long', () => {
  expect(Object.keys(longer).filter((path) => !everySource.includes(path) || linesOf(path) <= mostLines)).toEqual([]);
});
