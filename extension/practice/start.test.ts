import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-start-'));
  mkdirSync(join(folder, 'practice-tenant'));
  writeFileSync(join(folder, 'evidence.json'), 'of the last walk');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [['--situation', 'nobody'], 'browser', /^--situation is one of /],
  [['--port', 'x'], 'browser', /^--port is a whole number /],
  [['--seed', '2'], '', /^No browser is named in LATCHKEY_BROWSER/],
])('%j with the browser “%s” ends with one sentence, and the last walk is still there', (given, browser, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'start.ts'), '--once', ...given], {
    encoding: 'utf8',
    env: { ...process.env, LATCHKEY_WALK: folder, LATCHKEY_BROWSER: browser },
  });
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(status).toBe(1);
  expect(readFileSync(join(folder, 'evidence.json'), 'utf8')).toBe('of the last walk');
});
