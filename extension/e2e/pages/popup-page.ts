import type { BrowserContext, Page } from 'playwright-core';
import { extensionPage } from '../../practice/stage/browser.ts';

/**
 * The popup of the toolbar button, opened as a tab: it speaks of the tab that was looked at before it.
 *
 * Owns: the tab's card with its verdict, the checklist, the line that says how fresh it is.
 * Not here: the console that its links open.
 * Stands on: extension/src/checklist
 */
export class PopupPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** `later`: the browser's clock is so many milliseconds ahead. */
  static async open(browser: BrowserContext, later = 0): Promise<PopupPage> {
    const page = await browser.newPage();
    await page.setViewportSize({ width: 380, height: 600 });
    if (later > 0) await page.clock.install({ time: Date.now() + later });
    await page.goto(extensionPage('popup.html'));
    return new PopupPage(page);
  }

  readonly thisTab = () => this.page.getByRole('region', { name: 'This tab' });
  readonly item = (customer: string) => this.page.getByRole('listitem').filter({ hasText: customer });
  readonly foot = () => this.page.locator('footer');
  readonly heading = (text: string) => this.page.getByRole('heading', { name: text });
  readonly validateButton = () => this.thisTab().getByRole('button', { name: /^Validate/ });
  readonly picker = () => this.thisTab().getByRole('combobox', { name: 'Customer' });
}
