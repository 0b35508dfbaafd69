import { join } from 'node:path';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryOf } from '../pages/extension-memory.ts';
import { OptionsPage } from '../pages/options-page.ts';
import { PopupPage } from '../pages/popup-page.ts';
import { ProfileOnDisk } from '../pages/profile-on-disk.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/*
 * T37: whoever gets hold of the disk gets no token with it. A real sign-in in a real browser, which is closed then; after that
 * every file of its profile is searched.
 */

const control = { local: 'canary-control-in-storage-local', session: 'canary-control-in-session-storage' };

let stage: JourneyStage;
let profile: ProfileOnDisk;
let session: string;
/** What the sign-in page sent to Microsoft's token endpoint, and what it got, by its name. */
const seen = new Map<string, unknown>();

async function listen(response: Response): Promise<void> {
  if (!new URL(response.url()).pathname.endsWith('/oauth2/v2.0/token')) return;
  for (const [name, value] of new URLSearchParams(response.request().postData() ?? '')) seen.set(name, value);
  for (const [name, value] of Object.entries((await response.json()) as object)) seen.set(name, value);
}

beforeAll(async () => {
  stage = await JourneyStage.open();
  const browser = await stage.openOperator('operator');
  const reading: Promise<void>[] = [];
  browser.on('response', (response) => void reading.push(listen(response)));
  const page = await signInToConsole(browser, stage.operator);
  await (await PopupPage.open(browser)).heading('Nobody has to act').waitFor();
  const settings = await browser.newPage();
  await OptionsPage.open(settings);
  await Promise.all(reading);
  const memory = await memoryOf(browser);
  // Wherever it is kept: whether that is on the disk is what is asked below.
  ({ session } = { ...memory.local, ...memory.session }['api-session'] as { session: string });
  await ProfileOnDisk.leave(browser, settings, control);
  await page.close();
  await browser.close();
  profile = new ProfileOnDisk(join(stage.folder, 'operator', 'profile'));
});
afterAll(() => stage?.close());

test('what was left on the disk on purpose is found there', () => {
  expect(profile.traces(control.local)).not.toEqual([]);
  expect(profile.traces(control.session)).not.toEqual([]);
  expect(profile.traces(stage.origin), 'the address of the API is remembered').not.toEqual([]);
});

test('the session of the API is nowhere on the disk', () => {
  expect(session).toMatch(/^[\w-]{43}$/);
  expect(profile.traces(session)).toEqual([]);
});

test.each(['access_token', 'id_token', 'refresh_token', 'client_info', 'code', 'code_verifier'])(
  'the %s of the sign-in is nowhere on the disk',
  (name) => {
    const secret = String(seen.get(name));
    expect(secret.length).toBeGreaterThan(20);
    expect(profile.traces(secret)).toEqual([]);
    // Cut in two it would still be worth as much: its end alone gives it away.
    expect(profile.traces(secret.slice(-40))).toEqual([]);
  },
);

test('the password is nowhere on the disk', () => {
  expect(profile.traces(stage.operator.password)).toEqual([]);
});
