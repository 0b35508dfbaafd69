import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { extensionPage } from '../../practice/stage/browser.ts';
import { memoryOf } from '../pages/extension-memory.ts';
import { MicrosoftPages } from '../pages/microsoft-pages.ts';
import { OptionsPage } from '../pages/options-page.ts';
import { PopupPage } from '../pages/popup-page.ts';
import { SignInPage, signInToConsole } from '../pages/sign-in-page.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/*
 * @azure/msal-browser, unmodified, on the extension's own page: that the practice tenant is enough of a Microsoft for it,
 * and that of what it does nothing stays behind. The tests share a stage and stand in an order.
 */

const hour = 3_600_000;

let stage: JourneyStage;
let browser: BrowserContext;
beforeAll(async () => {
  stage = await JourneyStage.open();
  browser = await stage.openOperator();
});
afterAll(() => stage?.close());
beforeEach(() => browser.clearCookies());
afterEach(async () => {
  for (const page of browser.pages().slice(1)) await page.close();
});

/** Requests of the extension's registration, since. */
const askedSince = async (sequence: number) =>
  (await stage.oracle.requests(sequence)).filter(
    ({ clientId }) => clientId === stage.situation.registrations.extension.clientId,
  );

async function openConsole(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(extensionPage('console.html'));
  return page;
}

/** Nobody is signed in, in this browser and in the page given. */
async function isSignedOut(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading }).waitFor();
  expect((await memoryOf(browser)).session).not.toHaveProperty('api-session');
}

describe('signing in', { shuffle: false }, () => {
  test('an operator signs in by code and proof key; a session stays in memory, and no token anywhere', async () => {
    const before = await stage.oracle.newest();
    const page = await signInToConsole(browser, stage.operator);
    const { name } = stage.operator;
    await page.getByText(`${name}, Operator`).first().waitFor();

    const tokens = (await askedSince(before)).filter(({ path }) => path.endsWith('/token'));
    expect(tokens.map(({ grantType, status }) => ({ grantType, status }))).toEqual([
      { grantType: 'authorization_code', status: 200 },
    ]);
    const { local, session } = await memoryOf(browser);
    // On disk is only what anybody may know: where the API is, and what it says of the provider's own console.
    expect(local['api-origin']).toBe(stage.origin);
    expect(Object.keys(local).filter((key) => !['api-origin', 'provider-console'].includes(key))).toEqual([]);
    const kept = session['api-session'] as { session: string };
    expect(kept.session.length).toBeGreaterThan(20);
    const everything = JSON.stringify({ local, session });
    expect(everything, 'no token of Microsoft’s').not.toMatch(/eyJ[\w-]+\.eyJ/);
    expect(JSON.stringify(local)).not.toContain(kept.session);
    const left = await page.evaluate(() => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
    }));
    expect(left).toEqual({ local: [], session: [] });
  });

  test('a window that was closed is said to be closed, and the next try works', async () => {
    await (await OptionsPage.open(await browser.newPage())).signOut();
    const signIn = await SignInPage.open(browser);
    const before = await stage.oracle.newest();
    const window = await signIn.openWindow();
    await new MicrosoftPages(window).isThere();
    await window.close();
    await signIn.refusal().getByText('Microsoft’s window was closed before you signed in.').waitFor();
    expect((await askedSince(before)).filter(({ path }) => path.endsWith('/token'))).toEqual([]);
    await signIn.signIn(stage.operator);
    await signIn.page.getByRole('button', { name: 'Add Service' }).waitFor();
  });

  test('signing out signs out every page at once', async () => {
    await signInToConsole(browser, stage.operator);
    const [console, popup] = [await openConsole(), await PopupPage.open(browser)];
    await console.getByRole('button', { name: 'Add Service' }).waitFor();
    await popup.heading('Nobody has to act').waitFor();
    await (await OptionsPage.open(await browser.newPage())).signOut();
    await isSignedOut(console, 'Sign in to see who must act');
    await isSignedOut(popup.page, 'Sign in to see who must act');
  });

  test('a session that the server has ended is over in every page at once', async () => {
    await signInToConsole(browser, stage.operator);
    const [console, popup] = [await openConsole(), await PopupPage.open(browser)];
    await popup.heading('Nobody has to act').waitFor();
    await stage.moveClock(3 * hour);
    await PopupPage.open(browser);
    await isSignedOut(console, 'Your session has ended');
    await isSignedOut(popup.page, 'Your session has ended');
  });

  test('an account of another tenant ends on Microsoft’s page, and nothing comes back', async () => {
    const signIn = await SignInPage.open(browser);
    const before = await stage.oracle.newest();
    await signIn.signIn(stage.administrator);
    await signIn.refusal().getByText('Microsoft’s page ended with an error.').waitFor();
    expect((await stage.oracle.requests(before)).at(-1)).toMatchObject({ error: 'AADSTS50020' });
    expect((await askedSince(before)).filter(({ path }) => path.endsWith('/token'))).toEqual([]);
  });

  test('an account without a role is told so by Latchkey, and gets no session', async () => {
    const signIn = await SignInPage.open(browser);
    await signIn.signIn(stage.withoutRole);
    await signIn.refusal().getByText('Your account has no role here.').waitFor();
    expect((await memoryOf(browser)).session).not.toHaveProperty('api-session');
  });

  test('an account of a tenant that is not let in is told so by Latchkey, and gets no session', async () => {
    const signIn = await SignInPage.open(browser);
    const window = await signIn.openWindow();
    await new MicrosoftPages(window).isThere();
    await stage.stopApi();
    await stage.startApi({ LATCHKEY_OPERATOR_TENANTS: stage.situation.customer.tenantId });
    await new MicrosoftPages(window).signIn(stage.operator);
    await signIn.refusal().getByText('Your account belongs to an organisation that is not let in here.').waitFor();
    expect((await memoryOf(browser)).session).not.toHaveProperty('api-session');
  });
});
