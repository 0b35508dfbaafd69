import { pasteSamples } from '@latchkey/shared/errors/doctor/paste-samples';
import { en } from '@latchkey/shared/words/en';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { profileState } from '../fake-api/profile-state.ts';
import { FakeApi } from '../fake-api/fake-api.ts';
import { idOf } from '../fake-api/ids.ts';
import { onPassword, passwordState } from '../fake-api/password-state.ts';
import { busyState } from '../fake-api/state.ts';
import { extensionPage } from '../../practice/stage/browser.ts';
import { handAt, keysOnly } from '../hands/keys-only.ts';
import {
  isOpenInLightAndDark as isOpen,
  onEveryPage,
  passwordPages,
  violations,
  type Place,
} from '../pages/every-page.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';
import { allOr, onlyIfThorough } from '../stage/thorough.ts';

/*
 * Every page of the extension is open to everybody: by axe, with nothing switched off, and by the keyboard alone. In short each is
 * looked at once as it opens, by many-lengths.journey.test.ts; here in what its buttons bring.
 */

let api: FakeApi;
let browser: ExtensionBrowser;

beforeAll(async () => {
  api = await FakeApi.open();
  browser = await ExtensionBrowser.open();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
});
beforeEach(async () => {
  api.state = busyState();
  await browser.signIn(api);
  for (const page of browser.context.pages().slice(1)) await page.close();
});

/** Some twenty pages, each looked at twice: on a small machine that takes its time. */
const patience = 420_000;

test(
  'every page is open to everybody, in light and in dark',
  async (context) => {
    onlyIfThorough(context);
    await onEveryPage(browser, isOpen);
    expect(browser.complaints).toEqual([]);
  },
  patience,
);

test.each(allOr(['known-password', 'service-account'] as const, ['known-password']))(
  'so is the method page with %s chosen',
  async (method) => {
    api.state = passwordState();
    const page = await browser.openPage(`console.html#/invitations/${idOf('inv', 13)}/method`);
    await page.getByRole('radio', { name: en.methods[method].title }).check();
    await page.getByLabel('Who agreed').waitFor();
    await isOpen(page, method);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await isOpen(page, `${method}, with what is missing`);
  },
);

test('so are the pages of a password that is kept, what its buttons open, and what a try came to', async () => {
  api.state = passwordState();
  await onEveryPage(
    browser,
    isOpen,
    // Where a method is chosen or turned on is looked at by other tests.
    allOr(
      passwordPages,
      passwordPages.filter(([place]) => !/method/.test(place)),
    ),
  );
  const page = await browser.openPage(`console.html#/services/${idOf('svc', onPassword.service)}/m365-settings`);
  await page.getByRole('button', { name: 'Test password' }).click();
  await page.getByText('AADSTS50076').waitFor();
  await isOpen(page, 'after a try');
  await page.getByRole('button', { name: 'Replace' }).click();
  await page.getByLabel('Password', { exact: true }).waitFor();
  await isOpen(page, 'while it is replaced');
  await page.reload();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor();
  await isOpen(page, 'before it is deleted');
});

test('so is the form of a permission profile, and what it says is missing', async () => {
  api.state = profileState();
  await browser.signIn(api);
  const page = await browser.openPage('console.html#/profiles');
  await page.getByRole('button', { name: 'Make a profile' }).click();
  await page.getByRole('group', { name: 'Permission 1' }).waitFor();
  await isOpen(page, 'a new profile');
  await page.getByRole('button', { name: 'Save version 1' }).click();
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await isOpen(page, 'a new profile, with what is missing');
});

test('so are the page on which an Admin writes mails, with the mail and what is wrong, and that of the registrations', async () => {
  api.state = profileState();
  await browser.signIn(api);
  const page = await browser.openPage('console.html#/settings/mail');
  await page.locator('.lkc-mail-frame').waitFor();
  await isOpen(page, 'a mail and how it arrives');
  await page.getByLabel('Text', { exact: true }).fill('Hello {{Custommer}}');
  await page.locator('[aria-invalid="true"]').waitFor();
  await isOpen(page, 'a mail and what is wrong with it');
  const registrations = await browser.openPage('console.html#/settings/registrations');
  await registrations.locator('pre').waitFor();
  await isOpen(registrations, 'the registrations, in each standing');
  expect(browser.complaints).toEqual([]);
});

test.each(pasteSamples.slice(0, 1))('so is the error doctor, when it has read $name', async ({ text }) => {
  const page = await browser.openPage('console.html#/doctor');
  await page.getByLabel('Text with the error').fill(text);
  await page.getByRole('button', { name: 'Read the error' }).click();
  await page.getByRole('region', { name: 'What it says' }).getByRole('heading').waitFor();
  await isOpen(page, 'diagnosed');
});

test('signed out, the popup and the console are, too', async () => {
  await browser.forgetSession();
  for (const place of allOr<Place>(['popup.html', 'sidepanel.html', 'console.html'], ['popup.html', 'console.html'])) {
    const page = await browser.openPage(place);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await isOpen(page, place);
  }
});

test.each(
  allOr<Place>(
    [
      'popup.html',
      'sidepanel.html',
      'console.html#/services',
      'console.html#/methods',
      'console.html#/doctor',
      `console.html#/services/${idOf('svc', onPassword.service)}/m365-settings`,
      'sign-in.html',
      'options.html',
    ],
    ['popup.html'],
  ),
)('on %s a violation that was planted is found', async (place) => {
  api.state = passwordState();
  const page = await browser.openPage(place);
  await page.getByRole('button').first().waitFor();
  expect((await violations(page)).length).toBe(0);
  await page.evaluate(() => {
    const nameless = document.createElement('button');
    document.querySelector('main')?.append(nameless);
  });
  expect((await violations(page)).map((found) => found.split(':')[0])).toEqual(['button-name']);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    main?.lastElementChild?.remove();
    const faint = document.createElement('p');
    faint.textContent = 'Grey on black in the dark';
    faint.style.cssText = 'color-scheme: light dark; color: light-dark(#000, #222); background: light-dark(#fff, #000)';
    main?.append(faint);
  });
  await expect(isOpen(page, 'planted')).rejects.toThrow('planted, dark');
});

/** A page that does with keys alone what is done on it. */
async function withKeys(place: Place): Promise<Page> {
  const page = await keysOnly(browser.context).newPage();
  await page.goto(extensionPage(place));
  return page;
}

test('Escape closes the kinds of service, and gives the focus back', async () => {
  const page = await withKeys('console.html#/services');
  const add = page.getByRole('button', { name: 'Add Service' });
  await add.click();
  await handAt(page).goTo(page.getByRole('link', { name: 'Direct Routing' }));
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Direct Routing' }).waitFor({ state: 'hidden' });
  const focused = await browser.context
    .pages()
    .at(-1)
    ?.evaluate(() => document.activeElement?.textContent?.trim());
  expect(focused).toBe('Add Service');
});
