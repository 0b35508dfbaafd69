import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOf, isStamped, stamp } from './stamp.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-stamp-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src', 'a.ts'), 'a');
  writeFileSync(join(root, 'src', 'a.test.ts'), 'test');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = () => hashOf(root, ['src', 'absent'], (path) => !path.endsWith('.test.ts'));

test('the hash changes with a content, a name and a new file, and not with what does not matter', () => {
  const before = hash();
  writeFileSync(join(root, 'src', 'a.test.ts'), 'another test');
  expect(hash()).toBe(before);
  writeFileSync(join(root, 'src', 'a.ts'), 'b');
  const changed = hash();
  expect(changed).not.toBe(before);
  writeFileSync(join(root, 'src', 'b.ts'), '');
  expect(hash()).not.toBe(changed);
});

test('a stamp holds for its own hash only', () => {
  const path = join(root, 'made', 'stamp');
  expect(isStamped(path, 'one')).toBe(false);
  stamp(path, 'one');
  expect(isStamped(path, 'one')).toBe(true);
  expect(isStamped(path, 'two')).toBe(false);
});
