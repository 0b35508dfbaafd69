import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptied } from './emptied.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-emptied-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what the last stage left is taken away', () => {
  mkdirSync(join(folder, 'practice-tenant'));
  writeFileSync(join(folder, 'evidence.json'), '{}');
  expect(emptied(folder)).toBe(folder);
  expect(existsSync(folder)).toBe(false);
});

test('an empty folder, and one that is not there, will do', () => {
  expect(emptied(folder)).toBe(folder);
  expect(emptied(folder)).toBe(folder);
});

test('a folder that holds something else stays as it is, and is refused', () => {
  writeFileSync(join(folder, 'thesis.txt'), 'years of work');
  expect(() => emptied(folder)).toThrow(`${folder} holds something else than a walk`);
  expect(readdirSync(folder)).toEqual(['thesis.txt']);
});
