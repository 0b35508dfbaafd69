import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { MicrosoftPages, windowOpenedBy } from '../pages/microsoft-pages.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { everyWay } from '../stage/led-on-portal.ts';
import { bladeModes, visitPortal } from '../stage/portal-visit.ts';

/* The practice tenant's portals by themselves, as somebody meets them who has never heard of us. */

let stage: JourneyStage;
let browser: BrowserContext;
/** What the pages' consoles complained of. */
let complaints: string[] = [];

beforeAll(async () => {
  stage = await JourneyStage.open();
  browser = await stage.openStranger('administrator');
  browser.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  browser.on('weberror', (error) => complaints.push(error.error().message));
});
afterAll(() => stage?.close());
beforeEach(() => (complaints = []));
afterEach(async () => {
  for (const page of browser.pages().slice(1)) await page.close();
});

const application = 'Tailspin Travel';

/** The ids of the application, as Microsoft's side knows them. */
async function idsOf(name: string): Promise<{ readonly objectId: string; readonly appId: string }> {
  const { servicePrincipals } = await stage.oracle.state();
  const found = servicePrincipals.find(
    ({ displayName, tenantId }) => displayName === name && tenantId === stage.situation.customer.tenantId,
  );
  if (found === undefined) throw new Error(`There is no application ${name}.`);
  return { objectId: found.id, appId: found.appId };
}

describe('by hand, from the list to the permissions', () => {
  test.each(everyWay)('on $host, $mode', async ({ host, mode }) => {
    const address = `https://${host}/${stage.situation.customer.tenantId}`;
    const { page, portal, until } = await visitPortal(stage, browser, address, { mode });
    await portal.walkTo(application);
    expect(await portal.account().innerText()).toContain('CONTOSO LTD (CONTOSO.COM)');
    expect(await page.getByRole('note').innerText()).toBe('Practice tenant: nothing here is Microsoft');
    expect((await portal.rows('Admin consent')).map(({ claimValue }) => claimValue)).toEqual([
      'openid',
      'profile',
      'User.Read',
    ]);
    expect(await portal.rows('User consent')).toEqual([]);
    await portal.grantButton(stage.situation.customer.name).waitFor();
    await portal.reviewButton().waitFor();
    expect(await portal.frames().count()).toBe(mode === 'framed' ? 1 : 0);
    const shown = await until((documents) => documents.find((one) => 'grant-admin-consent' in one.targets));
    expect(shown).toMatchObject({
      frame: mode === 'framed' ? 'blade' : 'top',
      host: mode === 'framed' ? 'sandbox-1.reactblade.portal.azure.net' : host,
      page: 'permissions',
      tenantId: stage.situation.customer.tenantId,
      account: stage.administrator.username,
    });
    expect(complaints).toEqual([]);
  });
});

const blade = 'Microsoft_AAD_IAM/ManagedAppMenuBlade';

describe('every address that leads to the permissions is understood', () => {
  test.each([
    ['/{tenant}', '#view/{blade}/~/Permissions/objectId/{object}/appId/{app}'],
    ['/{tenant}/', '#view/{blade}/~/Permissions/objectId/{object}/appId/{app}'],
    ['/contoso.com', '#view/{blade}/~/Permissions/objectId/{object}/appId/{app}/'],
    ['/contoso.com/', '#view/{blade}/~/Permissions/objectId/{object}'],
    ['/', '#view/{blade}/~/Permissions/objectId/{object}/appId/{app}/preferredSingleSignOnMode~/null'],
    ['/', '#@contoso.com/view/{blade}/~/Permissions/objectId/{object}/appId/{app}'],
    ['/{tenant}', '#view/{blade}/objectId/{object}/appId/{app}/menuItemId/Permissions'],
    ['/{tenant}/', '#blade/{blade}/~/Permissions/objectId/{object}/appId/{app}'],
    ['/{tenant}', '#blade/{blade}/Permissions/objectId/{object}/appId/{app}'],
  ])('%s%s', async (path, hash) => {
    const { objectId, appId } = await idsOf(application);
    const filled = `${path}${hash}`
      .replace('{tenant}', stage.situation.customer.tenantId)
      .replace('{blade}', blade)
      .replace('{object}', objectId)
      .replace('{app}', appId);
    const { page, portal, until } = await visitPortal(stage, browser, `https://portal.azure.com${filled}`);
    await portal.heading(`${application} | Permissions`).waitFor();
    const shown = await until((documents) => documents.find(({ frame }) => frame === 'blade'));
    expect(shown).toMatchObject({ page: 'permissions', tenantId: stage.situation.customer.tenantId });
    expect(page.url(), 'signing in has not lost where one was going').toBe(`https://portal.azure.com${filled}`);
  });
});

test('the shell and its blade are two sites, and neither reaches into the other', async () => {
  const address = `https://portal.azure.com/${stage.situation.customer.tenantId}`;
  const { page, portal } = await visitPortal(stage, browser, address);
  await portal.walkTo(application);
  const frame = await portal.bladeDocument();
  expect(new URL(frame.url()).origin).toBe('https://sandbox-1.reactblade.portal.azure.net');
  const reached = () => {
    try {
      return String(window.parent === window ? window.frames[0]?.document.title : window.parent.document.title);
    } catch (error) {
      return error instanceof DOMException ? error.name : 'another failure';
    }
  };
  expect(await page.evaluate(reached)).toBe('SecurityError');
  expect(await frame.evaluate(reached)).toBe('SecurityError');
  expect(await frame.evaluate(() => document.cookie)).toBe('');
});

test.each(bladeModes)('nothing runs in a page but its own scripts, %s', async (mode) => {
  const address = `https://entra.microsoft.com/${stage.situation.customer.tenantId}`;
  const { page, portal } = await visitPortal(stage, browser, address, { mode });
  await portal.walkTo(application);
  /** Tries what a page script could: says what ran. */
  const attempts = async (): Promise<readonly string[]> => {
    const ran: string[] = [];
    Object.assign(window, { tell: (what: string) => ran.push(what) });
    const inline = document.createElement('script');
    inline.textContent = "tell('inline script')";
    const foreign = document.createElement('script');
    foreign.src = `data:text/javascript,tell('foreign script')`;
    const image = document.createElement('img');
    image.setAttribute('onerror', "tell('handler')");
    image.src = 'data:image/png,none';
    const style = document.createElement('p');
    style.setAttribute('style', 'color: rgb(1, 2, 3)');
    const failed = new Promise((resolve) => image.addEventListener('error', resolve));
    document.body.append(inline, foreign, image, style);
    await failed;
    try {
      (Reflect.get(window, 'eval') as (text: string) => void)("tell('eval')");
    } catch {
      // As it should be.
    }
    if (getComputedStyle(style).color === 'rgb(1, 2, 3)') ran.push('style attribute');
    return ran;
  };
  expect(await page.evaluate(attempts)).toEqual([]);
  expect(await (await portal.bladeDocument()).evaluate(attempts)).toEqual([]);
  expect(complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(4);
});

test.each(everyWay)(
  'granting admin consent opens Microsoft’s window, and the blade shows the outcome: $host, $mode',
  async (way) => {
    const { situation, oracle, administrator } = stage;
    const connector = situation.registrations.consent.displayName;
    await oracle.fault({ surplus: 1 });
    onTestFinished(() => oracle.fault({ revokeGrants: true }));
    const address = `https://${way.host}/${situation.customer.tenantId}`;
    const { page, portal } = await visitPortal(stage, browser, address, { mode: way.mode });
    await portal.walkTo(connector);
    expect((await portal.rows('Admin consent')).map(({ claimValue }) => claimValue)).toEqual(['Surplus.A.Read']);
    const popup = await windowOpenedBy(browser, () => portal.grantButton(situation.customer.name).click());
    const microsoft = new MicrosoftPages(popup);
    await microsoft.signInUnless(administrator, microsoft.accept());
    await microsoft.accept().waitFor();
    const opened = new URL(popup.url());
    expect(opened.host).toBe('login.microsoftonline.com');
    await microsoft.accept().click();
    await popup.getByText('Consent is given.').waitFor();
    expect(popup.url()).toContain(`https://${way.host}/TokenAuthorize`);
    await portal.blade().getByText('Directory.Read.All', { exact: true }).waitFor();
    expect((await portal.rows('User consent')).length).toBe(0);
    expect(page.url(), 'the portal stayed where it was').toContain('/~/Permissions/');
  },
);

test('somebody who is signed in to another tenant than the address names is asked which account they want', async () => {
  const { situation, oracle, operator } = stage;
  const mine = `https://portal.azure.com/${situation.customer.tenantId}`;
  const { page, portal } = await visitPortal(stage, browser, mine);
  await page.goto(`https://portal.azure.com/${situation.provider.tenantId}`);
  await page.getByRole('heading', { name: 'Pick an account' }).waitFor();
  expect(new URL(page.url()).pathname).toContain(situation.provider.tenantId);
  const shown = (await oracle.portal()).documents.filter(({ tenantId }) => tenantId === situation.provider.tenantId);
  expect(shown, 'nothing of the other directory was shown').toEqual([]);
  const microsoft = new MicrosoftPages(page);
  await microsoft.signIn({ ...operator, mfa: true });
  await portal.shell().waitFor();
  expect(await portal.account().innerText()).toContain(operator.username);
  expect(page.url()).toBe(`https://portal.azure.com/${situation.provider.tenantId}`);
  await browser.clearCookies();
});
