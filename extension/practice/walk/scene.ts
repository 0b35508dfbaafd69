import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { ConsolePages } from '../../e2e/pages/console-pages.ts';
import { OptionsPage } from '../../e2e/pages/options-page.ts';
import { places } from '../places.ts';
import { extensionPage } from '../stage/browser.ts';
import type { Situation } from '../stage/situation.ts';
import type { Stage } from '../stage/stage.ts';
import type { AuditReader } from './audit-reader.ts';

/** What the steps share: the browser, the console's page, the trail, and what one step leaves for the next. */
export interface Scene {
  readonly stage: Stage;
  readonly situation: Situation;
  readonly browser: BrowserContext;
  readonly page: Page;
  readonly console: ConsolePages;
  readonly audit: AuditReader;
  /** The page of the customer's administrator, once "here" was clicked. */
  administratorPage: Page | undefined;
  /** The newest audit row before the administrator answered. */
  beforeConsent: number;
  photograph(name: string, page?: Page): Promise<void>;
  /** Every page that is open: for a step that could not be proved. */
  photographAll(name: string): Promise<void>;
}

/** A scene of which nobody takes pictures. */
export async function openSceneWithoutPictures(...given: Parameters<typeof openScene>): Promise<Scene> {
  return { ...(await openScene(...given)), photograph: () => Promise.resolve() };
}

/** `hand`: how whoever walks does whatever is done in the browser; as Playwright does it, unless another one is handed in. */
export async function openScene(
  stage: Stage,
  audit: AuditReader,
  hand = (browser: BrowserContext): BrowserContext => browser,
): Promise<Scene> {
  const browser = hand(await stage.open('browser', { headless: true }));
  const page = browser.pages()[0] ?? (await browser.newPage());
  await OptionsPage.tellAddress(page, stage.api.origin);
  await page.goto(extensionPage('console.html'));
  const photograph = async (name: string, of: Page = page): Promise<void> => {
    if (of.isClosed()) return;
    // What stays at the top of the window would stand in the middle of a page that was scrolled.
    await of.evaluate(() => window.scrollTo(0, 0));
    await of.screenshot({ path: join(places.walk, 'screenshots', `${name}.png`), fullPage: true });
  };
  return {
    stage,
    situation: stage.tenant.situation,
    browser,
    page,
    console: new ConsolePages(page),
    audit,
    administratorPage: undefined,
    beforeConsent: 0,
    photograph,
    async photographAll(name) {
      for (const [index, each] of browser.pages().entries()) await photograph(`${name}-${index}`, each);
    },
  };
}
