import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { MicrosoftPages } from '../pages/microsoft-pages.ts';
import { PopupPage } from '../pages/popup-page.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { connect, inviteByLink } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/* The popup in every state, over the real API. The tests share a stage and stand in an order: nobody, one customer, no API. */

const minute = 60_000;

let stage: JourneyStage;
let browser: BrowserContext;
let console: Page;
let fullName: string;

beforeAll(async () => {
  stage = await JourneyStage.open();
  browser = await stage.openOperator();
  fullName = customerOf(stage.situation).fullName;
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const page of browser.pages().slice(1)) if (page !== console) await page.close();
});

/** A tab at the portal of a tenant, before anybody signed in there. */
async function portalOf(domain: string): Promise<void> {
  const page = await browser.newPage();
  await page.route('https://portal.azure.com/signin/**', (route) => route.fulfill({ status: 204 }));
  await page.goto(`https://portal.azure.com/#@${domain}`);
}

/** Tokens that were asked for with the consent app, since. */
const tokensSince = async (sequence: number) =>
  (await stage.oracle.requests(sequence)).filter(
    ({ path, clientId }) => path.endsWith('/token') && clientId === stage.situation.registrations.consent.clientId,
  );

describe('the popup', { shuffle: false }, () => {
  test('signed out, it says for whom it is and asks for nothing', async () => {
    const before = await stage.oracle.newest();
    const popup = await PopupPage.open(browser);
    await popup.heading('Sign in to see who must act').waitFor();
    await popup.page.getByText(`Use your ${stage.situation.provider.name} account.`).waitFor();
    expect(await popup.thisTab().count()).toBe(0);
    expect(await stage.oracle.requests(before)).toEqual([]);
  });

  test('with nothing pending it says that nobody has to act', async () => {
    console = await signInToConsole(browser, stage.operator);
    const popup = await PopupPage.open(browser);
    await popup.heading('Nobody has to act').waitFor();
    await popup.thisTab().getByText('No tenant in this tab’s address').waitFor();
    expect(await popup.picker().count(), 'there is nobody to pick').toBe(0);
  });

  test('over the portal of a tenant that is no customer, it offers to add it', async () => {
    await portalOf('contoso.com');
    const popup = await PopupPage.open(browser);
    await popup.thisTab().getByText('Not a customer yet').waitFor();
    expect(await popup.validateButton().count()).toBe(0);
    const opened = browser.waitForEvent('page');
    await popup.thisTab().getByRole('button', { name: 'Add New Customer' }).click();
    expect(await (await opened).getByLabel('Tenant domain or id').inputValue()).toBe('contoso.com');
  });

  test('over the portal of a customer it names the customer and validates, unless that was done just now', async () => {
    const device = await stage.openStranger('administrator');
    await connect(console, customerOf(stage.situation), device, stage.administrator);
    await device.close();
    // The operator's own account is not known at the customer's portal.
    await browser.clearCookies();
    const portal = await browser.newPage();
    await portal.goto(`https://portal.azure.com/${stage.situation.customer.tenantId}`, { waitUntil: 'commit' });
    await new MicrosoftPages(portal).signIn(stage.administrator);
    await portal.waitForURL(`https://portal.azure.com/${stage.situation.customer.tenantId}**`);

    const before = await stage.oracle.newest();
    const popup = await PopupPage.open(browser);
    await popup.thisTab().getByText(fullName, { exact: true }).waitFor();
    await popup.thisTab().getByText('Working').waitFor();
    await popup.validateButton().waitFor();
    expect(await tokensSince(before), 'proved less than a minute ago').toEqual([]);
    await popup.page.close();

    const later = await PopupPage.open(browser, 2 * minute);
    await later
      .thisTab()
      .getByText(/^Validating with a fresh token/)
      .waitFor();
    await later.validateButton().waitFor();
    await later.thisTab().getByText('Proved by probe').waitFor();
    expect((await tokensSince(before)).map(({ grantType }) => grantType)).toEqual(['refresh_token']);
  });

  test('over any other page it offers a choice, and validates only when told to', async () => {
    const other = await browser.newPage();
    await other.goto(`${stage.origin}/healthz`);
    const before = await stage.oracle.newest();
    const popup = await PopupPage.open(browser, 2 * minute);
    await popup.thisTab().getByText('No tenant in this tab’s address').waitFor();
    await popup.picker().selectOption({ label: fullName });
    await popup.thisTab().getByText('Working').waitFor();
    expect(await tokensSince(before)).toEqual([]);
    await popup.validateButton().click();
    await popup
      .thisTab()
      .getByText(/^Validating with a fresh token/)
      .waitFor();
    await popup.validateButton().waitFor();
    expect(await tokensSince(before)).toHaveLength(1);
  });

  test('when the server refuses, its words are there, and what was known before', async () => {
    await inviteByLink(new ConsolePages(console), { ...customerOf(stage.situation), shortName: 'second' });
    await PopupPage.open(browser).then((popup) => popup.item(fullName).waitFor());
    await browser.route(`${stage.origin}/v1/invitations**`, (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        headers: { 'access-control-allow-origin': '*' },
        body: JSON.stringify({
          type: '/errors/sealed',
          code: 'sealed',
          status: 503,
          title: '',
          nextStep: '',
          reference: 'r',
        }),
      }),
    );
    const popup = await PopupPage.open(browser);
    await popup.page.getByText('Latchkey is sealed: its keys are not there.').waitFor();
    await popup.item(fullName).waitFor();
    await popup
      .foot()
      .getByText(/^Saved/)
      .waitFor();
    await browser.unroute(`${stage.origin}/v1/invitations**`);
  });

  test('without the API it shows what was known, since when, and comes back by itself', async () => {
    await PopupPage.open(browser).then((popup) => popup.foot().getByText(/^Live/).waitFor());
    await stage.stopApi();
    const popup = await PopupPage.open(browser);
    await popup.page.getByText(/^No connection to Latchkey since/).waitFor();
    await popup.item(fullName).getByText('Link copied, not started yet').waitFor();
    expect(await popup.item(fullName).getByRole('button').isDisabled()).toBe(true);
    await stage.startApi();
    await popup.page.getByText(/^No connection to Latchkey since/).waitFor({ state: 'detached' });
    expect(await popup.item(fullName).getByRole('button').isEnabled()).toBe(true);
  });
});
