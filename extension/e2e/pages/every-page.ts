import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { idOf } from '../fake-api/ids.ts';
import { onPassword } from '../fake-api/password-state.ts';
import { extensionPage } from '../../practice/stage/browser.ts';
import { allOr } from '../stage/thorough.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

/** The address of a page of the extension. */
export type Place = Parameters<ExtensionBrowser['openPage']>[0];

type Pages = readonly (readonly [place: Place, sign: string])[];

/** Every page of the extension, in the state that fake-api's `busyState` gives it, and what must be on it before it is looked at. */
export const everyPage: Pages = [
  ['popup.html', 'main ul li'],
  ['console.html#/services', 'table'],
  ['console.html#/invitations', 'table'],
  ['console.html#/invitations/import', 'input'],
  ['console.html#/customers', 'table'],
  ['console.html#/customers/adopt', 'select'],
  ['console.html#/onboarding/direct-routing', 'h2'],
  ['console.html#/onboarding/direct-routing/new', 'form'],
  [`console.html#/invitations/${idOf('inv', 13)}/method`, 'fieldset'],
  [`console.html#/invitations/${idOf('inv', 12)}/start`, '#send-link'],
  ['console.html#/methods', 'h2'],
  ['console.html#/profiles', 'h2'],
  ['console.html#/settings', 'h2'],
  ['console.html#/settings/branding', 'h2'],
  ['console.html#/settings/mail', '.lkc-letter-body'],
  ['console.html#/settings/alerts', 'h2'],
  ['console.html#/settings/operators', 'main h2, table'],
  ['console.html#/settings/audit', 'main h2, table'],
  ['console.html#/settings/registrations', 'h2'],
  [`console.html#/services/${idOf('svc', 1)}`, 'dl'],
  [`console.html#/services/${idOf('svc', 4)}/m365-settings`, 'table'],
  [`console.html#/services/${idOf('svc', 6)}/m365-settings`, 'table'],
  [`console.html#/services/${idOf('svc', 4)}/permissions`, 'table'],
  ['console.html#/doctor', 'form'],
  ['console.html#/nowhere', 'h1'],
  ['sidepanel.html', 'main ol li'],
  ['options.html', 'form'],
  ['sign-in.html', 'h1'],
];

/** The pages of methods that keep a password, in the state of `passwordState`. */
export const passwordPages: Pages = [
  [`console.html#/invitations/${idOf('inv', 13)}/method`, 'fieldset'],
  [`console.html#/invitations/${idOf('inv', onPassword.invitation)}/start`, '.lkc-click'],
  ['console.html#/methods', 'h2'],
  [`console.html#/services/${idOf('svc', onPassword.service)}/m365-settings`, '.lk-btn--danger'],
];

/** Opens each page, in one tab, and looks at it. */
export async function onEveryPage(
  browser: ExtensionBrowser,
  look: (page: Page, place: string) => Promise<void>,
  pages: Pages = everyPage,
): Promise<void> {
  const page = await browser.context.newPage();
  let turn = 0;
  for (const [place, sign] of pages) {
    // Another place in the same document would be drawn in it: each page is looked at as somebody meets it who opens it.
    await page.goto(extensionPage(place.replace('.html', `.html?${(turn += 1)}`)));
    await page.locator(sign).first().waitFor();
    await look(page, place);
  }
  await page.close();
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, no rule switched off and nothing left out. Our one frame holds a mail; axe is brought to a page once. */
export const violations = (page: Page): Promise<readonly string[]> => found(page, { type: 'tag', values: [...levels] });

/** Nothing, by the rules that look at colours. */
const inColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } satisfies axe.RunOnly;

/**
 * Finds nothing, in light and in dark. In dark nothing but colours is another than in light: in short only those are looked at a
 * second time.
 */
export async function isOpenInLightAndDark(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const [inDark = violations] = allOr([violations], [(there) => found(there, inColour)]);
  expect(await inDark(page), `${what}, dark`).toEqual([]);
}

async function found(page: Page, runOnly: axe.RunOnly): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    // Half-way from one colour to another nothing can be said of it.
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const result = await here.run(document, { runOnly: rules, resultTypes: ['violations'], iframes: false });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, runOnly);
}

/** By how much a page is wider than its window: somebody would have to scroll sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
