import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adviceFor, browserFor, findBrowser } from './browser.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'latchkey-browsers-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function install(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
}

test('the browser that is named is used, whatever else is there', async () => {
  install('chromium');
  const named = install('my-browser');
  expect(await browserFor({ PATH: folder, LATCHKEY_BROWSER: named })).toBe(named);
});

test('a named browser that is not there is told, not replaced by another', async () => {
  install('chromium');
  await expect(browserFor({ PATH: folder, LATCHKEY_BROWSER: '/nowhere/chrome' })).rejects.toThrow(
    'LATCHKEY_BROWSER names /nowhere/chrome, and no program is there',
  );
});

test('a Chromium is found before an Edge', () => {
  install('microsoft-edge');
  const chromium = install('chromium');
  expect(findBrowser({ PATH: folder })).toBe(chromium);
});

test('branded Chrome is never taken: it would start without the extension', () => {
  install('google-chrome');
  expect(findBrowser({ PATH: folder })).not.toBe(join(folder, 'google-chrome'));
});

test.each(['darwin', 'win32', 'linux'] as const)('on %s the advice names one command and the variable', (platform) => {
  expect(adviceFor(platform)).toMatch(/(brew|winget|apt-get) install .+ LATCHKEY_BROWSER\.$/);
});
