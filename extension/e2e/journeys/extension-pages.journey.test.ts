import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { FakeApi } from '../fake-api/fake-api.ts';
import { idOf, tenantOf } from '../fake-api/ids.ts';
import { busyState, emptyState } from '../fake-api/state.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';

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
  await browser.forgetAll();
  api.state = busyState();
  api.delay = 0;
  await api.listen();
  await browser.signIn(api);
});
afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
  expect(browser.complaints.splice(0)).toEqual([]);
});

test('nothing moves from under the pointer: Next stays where it is while the tenant is looked up and a field is left', async () => {
  api.delay = 400;
  const page = await browser.openPage('console.html#/onboarding/direct-routing/new');
  // The whole form is in sight: nothing is scrolled to be filled in.
  await page.setViewportSize({ width: 1280, height: 1200 });
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
});

test.each(['policies', 'permission-profiles'])(
  'nothing moves from under the pointer: Next of the method page is there once the %s above it are, and leads on',
  async (late) => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const held = `**/v1/${late}`;
    await browser.context.route(held, (route) => released.then(() => route.continue()));
    const page = await browser.openPage(`console.html#/invitations/${idOf('inv', 13)}/method`);
    const next = page.getByRole('button', { name: 'Next' });
    await page.getByText('Woodgrove Bank, ').waitFor();
    await page.getByRole('main').getByText('Reading').waitFor();
    expect(await next.count()).toBe(0);
    release();
    await next.click();
    await page.waitForURL(/\/start$/);
    await browser.context.unroute(held);
  },
);

test('opened over the portal, the popup validates the tenant of that tab, once', async () => {
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
  api.state = { ...emptyState(), sequence: 7 };
  const popup = await browser.openPage('popup.html');
  await popup.getByText('Live. No change yet').waitFor();
  expect(await popup.getByText('Nobody has to act').isVisible()).toBe(true);
  api.state = busyState();
  api.tell({ invitationId: idOf('inv', 11) });
  await popup.getByText('Authentication Complete').waitFor();
});

test('a server that went away is said to be away, and is there again when it is', async () => {
  const popup = await browser.openPage('popup.html');
  await popup.getByRole('button', { name: 'Add: Fabrikam GmbH' }).waitFor();
  await api.close();
  await popup.getByText(/^No connection to Latchkey since/).waitFor();
  expect(await popup.getByRole('button', { name: 'Add: Fabrikam GmbH' }).isDisabled()).toBe(true);
  await api.listen();
  // It tries by itself, too: then there is no button to press any more.
  const isBack = popup.getByText(/^No connection to Latchkey since/).waitFor({ state: 'detached' });
  await Promise.race([popup.getByRole('button', { name: 'Try now' }).click(), isBack]);
  await isBack;
  expect(await popup.getByRole('button', { name: 'Add: Fabrikam GmbH' }).isEnabled()).toBe(true);
});
