import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { isOpenInLightAndDark, violations } from '../pages/every-page.ts';
import { OptionsPage } from '../pages/options-page.ts';
import { ProviderConsolePage } from '../pages/provider-console-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { inviteByLink, reachConsent } from '../stage/acts.ts';
import { allowOrigin } from '../stage/allow-origin.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { allOr } from '../stage/thorough.ts';

/* The card on the provider's own console. The tests share a stage and stand in an order: nobody, nobody's customer, invited, connected, withdrawn. */

let stage: JourneyStage;
let browser: BrowserContext;
let console: Page;
let theirs: ProviderConsolePage;

const servicePage = () => `/services/${stage.situation.customer.shortName}`;
const fullName = () => customerOf(stage.situation).fullName;

beforeAll(async () => {
  stage = await JourneyStage.open();
  const before = await stage.openOperator();
  const options = await OptionsPage.open(before.pages()[0]!);
  await options.allowButton().waitFor();
  await before.close();
  allowOrigin(join(stage.folder, 'operator', 'profile'), ProviderConsolePage.origin);
  browser = await stage.openOperator();
});
afterAll(() => stage?.close());
afterEach(async () => {
  for (const page of browser.pages().slice(1)) if (page !== console && page !== theirs?.page) await page.close();
});

/** Tokens that were asked for with the consent app, since. */
const tokensSince = async (sequence: number) =>
  (await stage.oracle.requests(sequence)).filter(
    ({ path, clientId }) => path.endsWith('/token') && clientId === stage.situation.registrations.consent.clientId,
  );

/** Ours, as the browser keeps them. */
async function registeredScripts(context: BrowserContext): Promise<unknown> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return worker.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return chrome.scripting.getRegisteredContentScripts();
  });
}

interface Chrome {
  readonly scripting: { getRegisteredContentScripts(): Promise<unknown> };
}

/** Presses Validate until the rest after the one before is over. */
async function pressedAfterRest(): Promise<void> {
  const before = await stage.oracle.newest();
  await expect
    .poll(
      async () => {
        await theirs.cardButton('Validate').click();
        return (await tokensSince(before)).length;
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(1);
}

/** The page that a press opens. */
async function opened(press: () => Promise<void>): Promise<Page> {
  const page = browser.waitForEvent('page');
  await press();
  return page;
}

/** Where pictures are kept, if anybody wants them. */
const pictures = process.env['LATCHKEY_PICTURES'];

async function openToEverybody(state: string): Promise<void> {
  if (!looked.includes(state)) return;
  await isOpenInLightAndDark(theirs.page, state);
  for (const colorScheme of ['dark', 'light'] as const) {
    await theirs.page.emulateMedia({ colorScheme });
    if (pictures !== undefined)
      await theirs.page.screenshot({ path: join(pictures, `provider-console-${state}-${colorScheme}.png`) });
  }
}

/** The card in its states; in short, one that asks, one that tells and one that has failed. */
const looked = allOr(
  ['signed-out', 'not-ours', 'invited', 'authentication-complete', 'working', 'beside-a-false-green', 'offline'],
  ['not-ours', 'working', 'offline'],
);

describe('the card on the provider’s console', { shuffle: false }, () => {
  test('signed out, it names nobody, and leads to the sign-in and back', async () => {
    theirs = await ProviderConsolePage.open(browser, servicePage());
    await theirs.card().getByText('Nobody is signed in to Latchkey').waitFor();
    await openToEverybody('signed-out');
    const page = await opened(() => theirs.cardButton('Sign in').click());
    const back = page.waitForEvent('close');
    await new SignInPage(page).signIn(stage.operator);
    await back;
    await theirs.card().getByText('Not a customer in Latchkey yet').waitFor();
  });

  test('over nobody of ours it says whom the address names, and leads to Add New Customer with that name', async () => {
    const { shortName } = stage.situation.customer;
    await theirs.card().getByText(`This page’s address names ${shortName}.`).waitFor();
    await openToEverybody('not-ours');
    console = await opened(() => theirs.cardButton('Add New Customer').click());
    await console.getByLabel('Short name').waitFor();
    expect(await console.getByLabel('Short name').inputValue()).toBe(shortName);
  });

  test('it follows the invitation live, from the link to Authentication Complete, without a reload', async () => {
    let loads = 0;
    theirs.page.on('load', () => (loads += 1));
    const { link } = await inviteByLink(new ConsolePages(console), customerOf(stage.situation));
    await theirs.card().getByText('Link copied, not started yet').waitFor();
    await openToEverybody('invited');
    const device = await stage.openStranger('administrator');
    const { microsoft, invitation } = await reachConsent(device, link, stage.administrator);
    await theirs.card().getByText('Opened').waitFor();
    await microsoft.consentForTheOrganization();
    await invitation.says('Done, and proved').waitFor();
    await device.close();
    await theirs.card().getByText('Authentication Complete').waitFor();
    await theirs.card().getByText('Working').waitFor();
    await openToEverybody('authentication-complete');
    expect(loads).toBe(0);
  });

  test('Resume onboarding leads to Add, with the focus on it', async () => {
    const page = await opened(() => theirs.cardButton('Resume onboarding').click());
    const add = page.getByRole('button', { name: `Add: ${fullName()}` });
    await add.waitFor();
    await expect.poll(() => add.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await new ConsolePages(page).tab('M365 Settings').waitFor();
    await theirs.card().getByText('Authentication Complete').waitFor({ state: 'detached' });
    expect(await theirs.cardButton('Resume onboarding').count()).toBe(0);
  });

  test('Validate asks for one fresh token, however often it is pressed', async () => {
    const before = await stage.oracle.newest();
    await theirs.cardButton('Validate').dblclick();
    await theirs.card().getByText('just now').waitFor();
    await theirs.cardButton('Validate').click();
    await theirs.card().getByText('Proved by probe').waitFor();
    expect((await tokensSince(before)).map(({ grantType }) => grantType)).toEqual(['refresh_token']);
    await openToEverybody('working');
  });

  test('their green tick says nothing to ours: with the grants revoked theirs is green and ours is not', async () => {
    // A consent as new as this could still be on its way.
    await stage.moveClock(20 * 60_000);
    await stage.oracle.fault({ revokeGrants: true });
    await theirs.follow('M365 Settings');
    await theirs.theirValidate().click();
    await theirs.page.getByText('Last Authentication Status: Successful').waitFor();
    await pressedAfterRest();
    await theirs.card().getByText('Action needed').waitFor();
    expect(await theirs.page.getByText('Last Authentication Status: Successful').isVisible()).toBe(true);
    expect(await theirs.card().getByText('Working').count()).toBe(0);
    await openToEverybody('beside-a-false-green');
  });

  test('what the page can read of it is this customer and no account, id or other customer', async () => {
    const readable = await theirs.readableByThePage();
    expect(readable, 'the control: the search looks in the right place').toContain(fullName());
    const { administrator, operator, situation } = stage;
    const never = [
      administrator.username,
      administrator.name,
      operator.username,
      operator.name,
      situation.customer.tenantId,
    ];
    for (const canary of [...never, 'cus_', 'con_', 'inv_', 'val_', 'password', '<input'])
      expect(readable.includes(canary), canary).toBe(false);
  });

  test('a violation that is planted in it is found', async () => {
    await theirs.page.locator('latchkey-overlay aside header').evaluate((header) => {
      header.append(document.createElement('button'));
    });
    expect((await violations(theirs.page)).map((found) => found.split(':')[0])).toEqual(['button-name']);
    await theirs.page.reload();
    await theirs.card().getByText(fullName()).waitFor();
  });

  test('a script of the page can press nothing on it, and it presses nothing on the page', async () => {
    const before = await stage.oracle.newest();
    await theirs.page.evaluate(() => {
      const root = document.querySelector('latchkey-overlay')?.shadowRoot;
      for (const button of root?.querySelectorAll('button') ?? []) {
        button.click();
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      }
    });
    await theirs.cardButton('Validate').waitFor();
    expect(await tokensSince(before)).toEqual([]);
    const { events } = await stage.oracle.console();
    const ours = events.filter(({ trusted, label }) => !trusted && label !== null);
    expect(ours, 'the page’s own controls were touched by people only').toEqual([]);
  });

  test('another page is another customer, at once and without a trace of the one before', async () => {
    await theirs.follow('Services');
    await theirs.pill().filter({ hasText: 'No customer on this page' }).waitFor();
    expect(await theirs.readableByThePage()).not.toContain(fullName());
    await theirs.follow('adatum');
    await theirs.card().getByText('This page’s address names adatum.').waitFor();
    expect(await theirs.readableByThePage()).not.toContain(fullName());
    await theirs.follow('Authentication Status');
    await theirs.follow(stage.situation.customer.tenantId);
    await theirs.card().getByText(fullName()).waitFor();
    await theirs.page.goBack();
    await theirs.pill().filter({ hasText: 'No customer on this page' }).waitFor();
    await theirs.page.goForward();
    await theirs.card().getByText(fullName()).waitFor();
  });

  test('by the keyboard alone: to Validate, small and large again, and closed', async () => {
    await theirs.page.locator('body').focus();
    const focused = () =>
      theirs.page.evaluate(() => {
        const { activeElement } = document;
        const inside = activeElement?.shadowRoot?.activeElement ?? activeElement;
        return (inside?.getAttribute('aria-label') ?? inside?.textContent ?? '').trim();
      });
    const tabTo = async (name: string) => {
      for (let turn = 0; turn < 40 && !(await focused()).startsWith(name); turn += 1)
        await theirs.page.keyboard.press('Tab');
      expect(await focused()).toContain(name);
    };
    await tabTo('Validate');
    await theirs.page.keyboard.press('Escape');
    await theirs.card().waitFor({ state: 'detached' });
    // The focus follows the drawing, and not at once on a busy machine: a key that is pressed before goes to the page.
    await theirs.page.waitForFunction(
      () => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-expanded') === 'false',
    );
    expect(await focused()).toContain(fullName());
    await theirs.page.keyboard.press('Enter');
    await theirs.card().waitFor();
    await tabTo('Close');
    await theirs.page.keyboard.press('Enter');
    await theirs.page.locator('latchkey-overlay').waitFor({ state: 'detached' });
    await theirs.page.reload();
    await theirs.card().getByText(fullName()).waitFor();
  });

  test('without the API it keeps what was known, switches Validate off, and comes back by itself', async () => {
    await stage.stopApi();
    await theirs.card().getByText('No connection to Latchkey').waitFor();
    await theirs.card().getByText(fullName()).waitFor();
    expect(await theirs.cardButton('Validate').isDisabled()).toBe(true);
    await openToEverybody('offline');
    await stage.startApi();
    await theirs.card().getByText('No connection to Latchkey').waitFor({ state: 'detached' });
    expect(await theirs.cardButton('Validate').isEnabled()).toBe(true);
  });

  test('withdrawn, the card is gone at once, and does not come back with a reload', async () => {
    const options = await OptionsPage.open(await browser.newPage());
    await options.withdrawButton().click();
    await options.allowButton().waitFor();
    await theirs.page.locator('latchkey-overlay').waitFor({ state: 'detached' });
    await theirs.page.reload();
    await theirs.page.getByRole('navigation', { name: 'Console' }).waitFor();
    expect(await theirs.page.locator('latchkey-overlay').count()).toBe(0);
    expect(await registeredScripts(browser)).toEqual([]);
  });
});
