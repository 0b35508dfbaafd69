import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../root.ts';
import { everyFile, linesWith, read } from './sources.ts';

const documents = everyFile.filter((path) => path.endsWith('.md'));
const texts = everyFile.filter((path) => !/\.(png|webp|ico|woff2?|jpg|svg)$|^pnpm-lock\.yaml$/.test(path));

/** Links and pictures to files of ours: not the web's, not an anchor of the same page. */
function linksOf(path: string): readonly string[] {
  const links = [...read(path).matchAll(/\]\((?<to>[^)\s]+)(?: "[^"]*")?\)/g)].map((match) => match.groups?.to ?? '');
  return links.filter((to) => !/^(https?:|mailto:|#)/.test(to)).map((to) => to.split('#')[0] ?? '');
}

test.each(documents)('every link of %s leads somewhere', (path) => {
  const dead = linksOf(path).filter((to) => !existsSync(join(root, posix.dirname(path), to)));
  expect(dead).toEqual([]);
});

test('no file tells of the machine that it was written on', () => {
  const paths = /(?<![\w.-])\/(?:work|home\/[a-z]|root|Users\/[a-z]|tmp)\/[a-z]/;
  expect(
    linesWith(
      paths,
      texts.filter((path) => path !== '.ci/checks/documents.test.ts'),
    ),
  ).toEqual([]);
});

test('no file holds both sides of a merge', () => {
  const marks = /^(?:<{7}|>{7}) /;
  expect(linesWith(marks, texts)).toEqual([]);
  expect(marks.test(`${'<'.repeat(7)} HEAD`)).toBe(true);
});

test('what is to be done later has a date', () => {
  const undated = /\b(TODO(?! \[\d{4}-)|FIXME|XXX)\b/;
  const others = texts.filter((path) => path !== '.ci/checks/documents.test.ts');
  expect(linesWith(undated, others)).toEqual([]);
});

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE'])(
  '%s stands at the top',
  (path) => {
    expect(everyFile).toContain(path);
  },
);
