import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../root.ts';
import { readPatch } from './patch-file.ts';
import { tryAll } from './try-all.ts';
import type { Trial } from './try-patch.ts';

const patch = (file: string, before: string, after: string, named = 'server/src/answer.test.ts › the answer is 42') =>
  `# T00 a defence\n# test: ${named}\n--- a/${file}\n+++ b/${file}\n@@ -1 +1 @@\n-${before}\n+${after}\n`;

const answer = 'export const answer: number = 42; // not 41';
const files: Record<string, string> = {
  '.gitignore': 'node_modules/\n',
  'package.json': '{ "type": "module" }\n',
  'vitest.config.ts': "export default { test: { projects: [{ test: { name: 'server', root: 'server' } }] } };\n",
  'shared/package.json': '{ "name": "@fixture/shared", "type": "module", "exports": { "./*": "./src/*.ts" } }\n',
  'shared/src/answer.ts': `${answer}\n`,
  'server/package.json': '{ "type": "module" }\n',
  'server/src/answer.test.ts': [
    "import { answer } from '@fixture/shared/answer';",
    "import { expect, test } from 'vitest';",
    "test('the answer is 42', () => expect(answer).toBe(42));",
    "test('another thing', () => expect(1).toBe(1));",
    "test('41 is refused', () => expect(answer === 41 ? Promise.resolve() : Promise.reject(new Error('no'))).rejects.toThrow());",
    '',
  ].join('\n'),
  'noticed.patch': patch('shared/src/answer.ts', answer, 'export const answer: number = 41;'),
  'promise.patch': patch(
    'shared/src/answer.ts',
    answer,
    'export const answer: number = 41;',
    'server/src/answer.test.ts › 41 is refused',
  ),
  'harmless.patch': patch('shared/src/answer.ts', answer, 'export const answer: number = 42;'),
  'crash.patch': patch('shared/src/answer.ts', answer, "throw new Error('on import');"),
  'stale.patch': patch('shared/src/answer.ts', 'export const answer = 40;', 'export const answer = 41;'),
  'nameless.patch': patch(
    'shared/src/answer.ts',
    answer,
    'export const answer = 1;',
    'server/src/answer.test.ts › gone',
  ),
};

let fixture: string;
const git = (...given: readonly string[]) => execFileSync('git', given, { cwd: fixture, encoding: 'utf8' });

beforeAll(() => {
  fixture = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-fixture-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(fixture, name)), { recursive: true });
    writeFileSync(join(fixture, name), content);
  }
  mkdirSync(join(fixture, 'node_modules'));
  symlinkSync(realpathSync(join(root, 'node_modules', 'vitest')), join(fixture, 'node_modules', 'vitest'));
  mkdirSync(join(fixture, 'server/node_modules/@fixture'), { recursive: true });
  symlinkSync('../../../shared', join(fixture, 'server/node_modules/@fixture/shared'));
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=Ada Berg', '-c', 'user.email=ada@localhost', 'commit', '--quiet', '-m', 'A house');
});
afterAll(() => rmSync(fixture, { recursive: true, force: true }));

async function trialsOf(...names: readonly string[]): Promise<Record<string, Trial>> {
  const trials: Trial[] = [];
  const patches = names.map((name) => readPatch(join(fixture, `${name}.patch`)));
  const signal = new AbortController().signal;
  await tryAll(fixture, patches, { lanes: 2, signal, onTrial: (trial) => trials.push(trial) });
  return Object.fromEntries(trials.map((trial) => [trial.name, trial]));
}

test('only what an assertion noticed is caught, through our own packages too, and the checkout stays as it was', async () => {
  const trials = await trialsOf('noticed', 'promise', 'harmless', 'crash', 'stale', 'nameless');
  expect(trials.noticed).toEqual({
    name: 'noticed',
    caught: true,
    words: 'caught by server/src/answer.test.ts › the answer is 42',
  });
  expect(trials.promise).toMatchObject({ caught: true });
  expect(trials.harmless).toMatchObject({ caught: false, words: 'NOT caught: server/src/answer.test.ts stays green' });
  expect(trials.crash).toMatchObject({ caught: false, words: expect.stringContaining('could not be run') });
  expect(trials.stale).toMatchObject({ caught: false, words: 'NOT caught: the patch no longer applies' });
  expect(trials.nameless).toMatchObject({ caught: false, words: expect.stringContaining('there is no such test') });
  expect(git('status', '--porcelain')).toBe('');
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
});

test('what is not committed yet is tried as well', async () => {
  writeFileSync(join(fixture, 'shared/src/answer.ts'), 'export const answer: number = 40;\n');
  const { harmless } = await trialsOf('harmless');
  git('checkout', '--quiet', '--', '.');
  expect(harmless?.words).toBe('NOT caught: server/src/answer.test.ts › the answer is 42 is red without the patch');
});

test('a patch that names no test is refused', () => {
  const path = join(fixture, 'silent.patch');
  writeFileSync(path, '# T00 a defence\n--- a/x\n');
  expect(() => readPatch(path)).toThrow('one "# test: <file> › <test>"');
  rmSync(path);
});
