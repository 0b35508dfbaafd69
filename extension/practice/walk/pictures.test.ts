import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pictures } from './pictures.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const altTexts = (html: string) => [...html.matchAll(/alt="([^"]*)"/g)].map(([, text]) => text);

test('each picture is told in words, in the order in which they were taken', () => {
  const taken = ['step-9-not-proved-0', 'step-6-confirmation', 'step-6-box-ticked', 'step-5-prompt', 'step-5-account'];
  for (const name of [...taken, 'step-6-something-new']) writeFileSync(join(folder, `${name}.png`), '');
  expect(altTexts(pictures(folder))).toEqual([
    'Microsoft’s sign-in: the account',
    'Microsoft’s sign-in: the prompt on the telephone',
    'Microsoft’s consent page with “Consent on behalf of your organization” ticked',
    'What the administrator reads afterwards',
    'step 6 something new',
    'Step 9 was not proved: open page 1 at that moment',
  ]);
});

test('a walk without pictures has none to tell of', () => {
  expect(pictures(join(folder, 'nowhere'))).toBe('');
});
