import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FakeApi } from '../fake-api/fake-api.ts';
import { idOf, tenantOf } from '../fake-api/ids.ts';
import { busyState, emptyState } from '../fake-api/state.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const violations = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).withTags(levels).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );

/** Wider than its window: somebody would have to scroll sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Goes to a page, looks at it, and closes it. */
async function onPage(
  place: (typeof places)[number][0],
  sign: string,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.openPage(place);
  await page.locator(sign).first().waitFor();
  await look(page);
  await page.close();
}

/** Every page there is, with what must be on it before it is looked at. */
const places = [
  ['popup.html', 'main ul li'],
  ['console.html#/services', 'table'],
  ['console.html#/invitations', 'table'],
  ['console.html#/customers', 'table'],
  ['console.html#/onboarding/direct-routing', 'h2'],
  ['console.html#/onboarding/direct-routing/new', 'form'],
  [`console.html#/invitations/${idOf('inv', 13)}/method`, 'fieldset'],
  [`console.html#/invitations/${idOf('inv', 12)}/start`, '#send-link'],
  [`console.html#/services/${idOf('svc', 1)}`, 'dl'],
  [`console.html#/services/${idOf('svc', 4)}/m365-settings`, 'table'],
  [`console.html#/services/${idOf('svc', 6)}/m365-settings`, 'table'],
  [`console.html#/services/${idOf('svc', 4)}/permissions`, 'table'],
  ['console.html#/nowhere', 'h1'],
  ['options.html', 'form'],
  ['sign-in.html', 'h1'],
] as const;

let api: FakeApi;
let browser: ExtensionBrowser;

beforeAll(async () => {
  api = await FakeApi.open();
});
afterAll(async () => api.close());
afterEach(async () => {
  const { complaints } = browser;
  await browser.close();
  expect(complaints).toEqual([]);
});

async function signedIn(looks: Parameters<typeof ExtensionBrowser.open>[0] = {}): Promise<void> {
  api.state = busyState();
  browser = await ExtensionBrowser.open(looks);
  await browser.signIn(api);
}

test('in light, every page is open to everybody', async () => {
  await signedIn();
  for (const [place, sign] of places)
    await onPage(place, sign, async (page) => {
      expect(await violations(page), place).toEqual([]);
    });
});

test('in dark, the pages with the most colours are, too', async () => {
  await signedIn({ colorScheme: 'dark' });
  for (const [place, sign] of places.filter(([at]) => /popup|invitations$|m365/.test(at)))
    await onPage(place, sign, async (page) => {
      expect(await violations(page), place).toEqual([]);
    });
});

test('signed out, the popup and the console are open to everybody', async () => {
  browser = await ExtensionBrowser.open();
  await browser.remember('local', { 'api-origin': api.origin });
  for (const place of ['popup.html', 'console.html'] as const) {
    const page = await browser.openPage(place);
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await violations(page), place).toEqual([]);
    await page.close();
  }
});

test('a planted violation is found', async () => {
  await signedIn();
  const page = await browser.openPage('console.html#/onboarding/direct-routing/new');
  await page
    .locator('label')
    .first()
    .evaluate((label) => label.remove());
  expect((await violations(page)).map((found) => found.split(':')[0])).toContain('label');
});

test('at 320 px, a third longer and right to left, nobody scrolls sideways and every word comes out of the language', async () => {
  await signedIn({ width: 320 });
  await browser.remember('local', { language: 'pseudo' });
  const state = busyState();
  const names = new Set(
    [...state.services, ...state.invitations.map(({ customer }) => customer)].map(({ fullName }) => fullName),
  );
  for (const [place, sign] of places)
    await onPage(place, sign, async (page) => {
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
      expect(await sideways(page), place).toBeLessThanOrEqual(0);
      const texts = await page
        .locator(':is(button, label, h1, h2, th, nav a):visible')
        .evaluateAll((elements) => elements.map((element) => element.textContent?.trim() ?? ''));
      expect(
        texts.filter((text) => text !== '' && !text.includes('⟦') && !names.has(text)),
        place,
      ).toEqual([]);
    });
});

test('nothing moves from under the pointer: Next stays where it is while the tenant is looked up and a field is left', async () => {
  await signedIn();
  api.delay = 400;
  const page = await browser.openPage('console.html#/onboarding/direct-routing/new');
  const next = page.getByRole('button', { name: 'Next' });
  await page.getByLabel('Tenant domain or id').fill('contoso.com');
  const before = await next.boundingBox();
  await page.getByText(/^Found: tenant/).waitFor();
  expect(await next.boundingBox()).toEqual(before);
  await page.getByLabel('Number of licensed users').fill('501');
  await page.mouse.move((before?.x ?? 0) + 10, (before?.y ?? 0) + 10);
  await page.mouse.down();
  expect(await next.boundingBox()).toEqual(before);
  await page.mouse.up();
  await page.getByText('3 fields need another look.').waitFor();
  api.delay = 0;
});

test('opened over the portal, the popup validates the tenant of that tab, once', async () => {
  await signedIn();
  await browser.context.route('https://portal.azure.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Portal</title>' }),
  );
  const portal = await browser.context.newPage();
  await portal.goto(`https://portal.azure.com/${tenantOf(1)}/#home`);
  api.calls.length = 0;
  const popup = await browser.openPage('popup.html');
  await popup.getByText('just now').waitFor();
  expect(await popup.getByRole('region', { name: 'This tab' }).textContent()).toContain('Contoso Ltd');
  expect(api.calls.filter((call) => call.endsWith('/validate'))).toEqual([
    `POST /v1/connections/${idOf('con', 1)}/validate`,
  ]);
  const again = await browser.openPage('popup.html');
  await again
    .getByRole('button', { name: /^Validate/ })
    .first()
    .waitFor();
  expect(api.calls.filter((call) => call.endsWith('/validate'))).toHaveLength(1);
});

test('a change at the server shows in an open popup by itself', async () => {
  await signedIn();
  api.state = { ...emptyState(), sequence: 7 };
  const popup = await browser.openPage('popup.html');
  await popup.getByText('Live. No change yet').waitFor();
  expect(await popup.getByText('Nobody has to act').isVisible()).toBe(true);
  api.state = busyState();
  api.tell({ invitationId: idOf('inv', 11) });
  await popup.getByText('Authentication Complete').waitFor();
});

test('a server that went away is said to be away, and is there again when it is', async () => {
  await signedIn();
  const popup = await browser.openPage('popup.html');
  await popup.getByRole('button', { name: 'Add: Fabrikam GmbH' }).waitFor();
  await api.close();
  await popup.getByText(/^No connection to Latchkey since/).waitFor();
  expect(await popup.getByRole('button', { name: 'Add: Fabrikam GmbH' }).isDisabled()).toBe(true);
  await api.listen();
  await popup.getByRole('button', { name: 'Try now' }).click();
  await popup.getByText(/^No connection to Latchkey since/).waitFor({ state: 'detached' });
  expect(await popup.getByRole('button', { name: 'Add: Fabrikam GmbH' }).isEnabled()).toBe(true);
});

test('the keyboard alone reaches Add Service and its kinds, and Escape gives the focus back', async () => {
  await signedIn();
  const page = await browser.openPage('console.html#/services');
  const add = page.getByRole('button', { name: 'Add Service' });
  await add.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Direct Routing');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add Service');
  expect(await page.getByRole('link', { name: 'Direct Routing' }).isVisible()).toBe(false);
});
