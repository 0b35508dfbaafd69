import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FakeApi } from '../fake-api/fake-api.ts';
import { busyState, type FakeState } from '../fake-api/state.ts';
import { everyPage, isOpenInLightAndDark, onEveryPage, sideways } from '../pages/every-page.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';
import { allOr } from '../stage/thorough.ts';

/*
 * Words a third longer, right to left, narrow windows, and names that somebody chose with bad intent. Every page is looked at by axe here
 * as well: in short once, in the words that ask the most of it.
 */

/** In short the narrowest: what fits there fits wherever there is more room. */
const widths = allOr([320, 390, 1280], [320]);

/** Some thirty pages, each looked at twice: on a small machine that takes its time. */
const patience = 420_000;

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
});

/** Nobody scrolls sideways, at any width. */
async function fits(page: Page, place: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sideways(page), `${place} at ${width}`).toBeLessThanOrEqual(0);
  }
}

test(
  'in words a third longer and right to left every page is open to everybody, nobody scrolls sideways, and every word comes out of the language',
  async () => {
    await browser.remember('local', { language: 'pseudo' });
    const names = namesOf(api.state);
    await onEveryPage(browser, async (page, place) => {
      expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
      await page.setViewportSize({ width: 1280, height: 900 });
      await isOpenInLightAndDark(page, place);
      await fits(page, place);
      const texts = await page
        .locator(':is(button, label, h1, h2, th, nav a):visible')
        .evaluateAll((elements) => elements.map((element) => element.textContent?.trim() ?? ''));
      expect(
        texts.filter((text) => text !== '' && !text.includes('⟦') && !names.has(text)),
        place,
      ).toEqual([]);
    });
    await browser.remember('local', { language: 'en' });
  },
  patience,
);

/** In short, one of each way to show a name: a list, a table, a heading with a table below, a form, a side panel. */
const withNamesOnThem = everyPage.filter(([place]) =>
  allOr(
    [place],
    ['popup.html', 'sidepanel.html', 'console.html#/services', 'console.html#/invitations', 'console.html#/customers'],
  ).includes(place),
);

const hostile = [
  '<img src=x onerror="document.title=1">',
  '"><script>document.title=1</script>',
  '\u202Edtl osotnoC\u2066 &lt;b&gt;',
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2),
  '{customer} ${7*7} {{7*7}} %s',
] as const;

test('names with markup and bidi characters stay names wherever they stand, and push nothing off the page', async () => {
  api.state = withNames(busyState());
  const shownOn: string[] = [];
  await onEveryPage(
    browser,
    async (page, place) => {
      await fits(page, place);
      const found = await page.evaluate(() => ({
        elements: document.querySelectorAll('img, script:not([src]), [onerror]').length,
        ran: document.title === '1',
        // A character that turns its neighbours, in a text that nothing keeps to itself.
        turning: [...document.querySelectorAll('body *:not(bdi, title)')].filter((element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && /[\u202A-\u202E\u2066-\u2069]/.test(node.textContent ?? ''),
          ),
        ).length,
      }));
      expect({ place, ...found }).toEqual({ place, elements: 0, ran: false, turning: 0 });
      if ((await page.textContent('main'))?.includes(hostile[0])) shownOn.push(place);
    },
    withNamesOnThem,
  );
  expect(shownOn, 'as it was typed, where names stand').toEqual(
    expect.arrayContaining(['popup.html', 'console.html#/services']),
  );
  expect(browser.complaints).toEqual([]);
});

/** The state with every name another, and each of them hostile. */
function withNames(state: FakeState): FakeState {
  let turn = 0;
  const next = () => hostile[(turn += 1) % hostile.length] ?? '';
  return {
    ...state,
    services: state.services.map((service) => ({
      ...service,
      fullName: next(),
      customerName: next(),
      addedBy: next(),
    })),
    customers: state.customers.map((customer) => ({ ...customer, fullName: next() })),
    invitations: state.invitations.map((one) => ({
      ...one,
      customer: { ...one.customer, fullName: next() },
      createdBy: next(),
    })),
  };
}

const namesOf = ({ services, invitations }: FakeState): ReadonlySet<string> =>
  new Set([...services, ...invitations.map(({ customer }) => customer)].map(({ fullName }) => fullName));
