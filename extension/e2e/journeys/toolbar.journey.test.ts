import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FakeApi } from '../fake-api/fake-api.ts';
import { idOf, tenantOf } from '../fake-api/ids.ts';
import { busyState } from '../fake-api/state.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';
import { RealScreen } from '../stage/real-screen.ts';

/* The toolbar and the side panel, by real keys and real clicks: neither is a part of any page. */

let screen: RealScreen | undefined;
let api: FakeApi;
let browser: ExtensionBrowser;

beforeAll(async () => {
  if (RealScreen.whyNot() !== undefined) return;
  screen = await RealScreen.open();
  api = await FakeApi.open();
  browser = await ExtensionBrowser.open({ width: 1200, height: 860, display: screen.display });
  await browser.context.route('https://portal.azure.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Portal</title><h1>Portal</h1>' }),
  );
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
  await screen?.close();
});
beforeEach(async (context) => {
  const why = RealScreen.whyNot();
  if (why !== undefined) return context.skip(why);
  api.state = busyState();
  await browser.signIn(api);
  await inWorker((chrome) => chrome.notifications.clear('validated'));
});

interface Seen {
  readonly badge: string;
  readonly title: string;
  readonly notices: number;
}

/** Asks the browser something where the extension itself could. */
async function inWorker<Value>(ask: (chrome: Chrome) => Promise<Value>): Promise<Value> {
  const worker = browser.context.serviceWorkers()[0] ?? (await browser.context.waitForEvent('serviceworker'));
  return worker.evaluate<Value>(`(${ask.toString()})(chrome)`);
}

/** What the toolbar shows for the tab in front, as the browser says. */
const toolbar = (): Promise<Seen> =>
  inWorker(async (chrome) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const where = { tabId: tab?.id ?? -1 };
    const [badge, title, notices] = await Promise.all([
      chrome.action.getBadgeText(where),
      chrome.action.getTitle(where),
      chrome.notifications.getAll(),
    ]);
    return { badge, title, notices: Object.keys(notices).length };
  });

const panels = (): Promise<number> =>
  inWorker(async (chrome) => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length);

const validations = () => api.calls.filter((call) => call.endsWith('/validate'));
const poll = { timeout: 15_000 };

test('on a customer’s tenant Alt+Shift+V validates, says so in badge and notice, and opens nothing', async () => {
  const page = await browser.context.newPage();
  await page.goto(`https://portal.azure.com/${tenantOf(1)}/#home`);
  await page.bringToFront();
  const before = validations().length;
  const pages = browser.context.pages().length;
  screen?.key('alt+shift+v');
  await expect.poll(toolbar, poll).toMatchObject({ badge: 'OK', title: 'Contoso Ltd works', notices: 1 });
  expect(validations().length).toBe(before + 1);
  expect(browser.context.pages()).toHaveLength(pages);
  await page.close();
});

test('on a page that names no tenant the keys ask nothing of the server', async () => {
  const page = await browser.openPage('options.html');
  await page.bringToFront();
  const before = api.calls.length;
  screen?.key('alt+shift+v');
  await expect.poll(async () => (await toolbar()).notices, poll).toBe(1);
  // The page itself may ask whose Latchkey it is; the keys ask about nobody.
  const asked = api.calls.slice(before).filter((call) => call !== 'GET /v1/configuration');
  expect(asked).toEqual([]);
  await page.close();
});

test('signed out the badge is empty, and its tooltip says what to do', async () => {
  await browser.forgetSession();
  const page = await browser.context.newPage();
  await page.goto(`https://portal.azure.com/${tenantOf(4)}/#home`);
  await page.bringToFront();
  await expect.poll(toolbar, poll).toMatchObject({ badge: '', title: 'Latchkey: sign in to see who must act' });
  await page.close();
});

/** Where something stands on the screen. */
async function onScreen(page: Page, what: Locator): Promise<readonly [x: number, y: number]> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  const [x, y] = await page.evaluate(
    () => [screenX + (outerWidth - innerWidth) / 2, screenY + (outerHeight - innerHeight)] as const,
  );
  return [x + box.x + box.width / 2, y + box.y + box.height / 2];
}

test('a real click on “here” opens the side panel beside the page, and one start page', async () => {
  const page = await browser.openPage(`console.html#/invitations/${idOf('inv', 12)}/start`);
  await page.bringToFront();
  const here = page.getByRole('link', { name: 'here' });
  await here.waitFor();
  expect(await panels()).toBe(0);
  const [x, y] = await onScreen(page, here);
  screen?.click(x, y);
  await expect.poll(panels, poll).toBe(1);
  const tickets = () => api.calls.filter((call) => call.endsWith('/start-ticket'));
  await expect.poll(tickets, poll).toHaveLength(1);
});

interface Chrome {
  readonly tabs: { query(what: object): Promise<readonly { readonly id?: number }[]> };
  readonly action: { getBadgeText(where: object): Promise<string>; getTitle(where: object): Promise<string> };
  readonly notifications: { getAll(): Promise<object>; clear(id: string): Promise<boolean> };
  readonly runtime: { getContexts(what: object): Promise<readonly unknown[]> };
}
