import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FakeApi } from '../fake-api/fake-api.ts';
import { busyState } from '../fake-api/state.ts';
import { onEveryPage, violations } from '../pages/every-page.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';

/* Every page of the extension is open to everybody: by axe, with nothing switched off, and by the keyboard alone. */

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

test('every page is open to everybody, in light and in dark', async () => {
  await onEveryPage(browser, async (page, place) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${place}, ${colorScheme}`).toEqual([]);
    }
  });
  expect(browser.complaints).toEqual([]);
});

test('signed out, the popup and the console are, too', async () => {
  await browser.forgetSession();
  for (const place of ['popup.html', 'sidepanel.html', 'console.html'] as const) {
    const page = await browser.openPage(place);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${place}, ${colorScheme}`).toEqual([]);
    }
  }
});

test.each(['popup.html', 'sidepanel.html', 'console.html#/services', 'sign-in.html', 'options.html'] as const)(
  'on %s a violation that was planted is found',
  async (place) => {
    const page = await browser.openPage(place);
    await page.getByRole('button').first().waitFor();
    expect((await violations(page)).length).toBe(0);
    await page.evaluate(() => {
      const nameless = document.createElement('button');
      document.querySelector('main')?.append(nameless);
    });
    expect((await violations(page)).map((found) => found.split(':')[0])).toEqual(['button-name']);
  },
);

/** The name of what has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return (element?.getAttribute('aria-label') ?? label?.textContent ?? '').trim();
  });

/** Presses Tab until the focus is on something of that name; says where it came by if it never is. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    const here = await focused(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reaches ${name}: ${passed.join(', ')}`);
}

test('Add New Customer is done by the keyboard alone, from the console to the link', async () => {
  const page = await browser.openPage('console.html#/services');
  await page.getByRole('button', { name: 'Add Service' }).waitFor();
  await tabTo(page, 'Add Service');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Direct Routing');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Direct Routing' }).waitFor();
  await tabTo(page, 'Add New Customer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Add New Customer' }).waitFor();
  for (const [label, text] of [
    ['Full name', 'Contoso Ltd'],
    ['Short name', 'keys'],
    ['Number of licensed users', '120'],
    ['Tenant domain or id', 'contoso.com'],
  ] as const) {
    await tabTo(page, label);
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'How is the connection secured?' }).waitFor();
  await tabTo(page, /^Send link to IT administrator/);
  await tabTo(page, 'Next');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Start the authentication' }).waitFor();
  await tabTo(page, 'Copy link');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy: Link' }).waitFor();
  expect(api.calls.filter((call) => call === 'POST /v1/invitations')).toHaveLength(1);
});

test('Escape closes the kinds of service, and gives the focus back', async () => {
  const page = await browser.openPage('console.html#/services');
  await page.getByRole('button', { name: 'Add Service' }).waitFor();
  await tabTo(page, 'Add Service');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Direct Routing');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('Add Service');
  expect(await page.getByRole('link', { name: 'Direct Routing' }).isVisible()).toBe(false);
});
