import type { BrowserContext, Page } from 'playwright-core';

/**
 * The provider's own console, as a provider has it anyway, and our card on it.
 *
 * Owns: signing in there, going from page to page, the card and what can be pressed on it.
 * Not here: our own console that the card opens (console-pages.ts).
 * Stands on: server/sandbox/console, extension/src/overlay/console-card.tsx
 */
export class ProviderConsolePage {
  static readonly origin = 'https://console.northwindvoice.example';
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a page of it and signs in there, whoever it takes. */
  static async open(browser: BrowserContext, path: string): Promise<ProviderConsolePage> {
    const page = await browser.newPage();
    await page.goto(ProviderConsolePage.origin + path);
    const signIn = page.locator('#console').getByRole('button', { name: 'Sign in' });
    await signIn
      .or(page.getByRole('navigation', { name: 'Console' }))
      .first()
      .waitFor();
    if (await signIn.isVisible()) await signIn.click();
    await page.getByRole('navigation', { name: 'Console' }).waitFor();
    return new ProviderConsolePage(page);
  }

  readonly card = () => this.page.getByRole('complementary', { name: 'Latchkey connection' });
  readonly pill = () => this.page.locator('latchkey-overlay').getByRole('button');
  readonly cardButton = (name: string | RegExp) => this.card().getByRole('button', { name });
  /** The console's own button, and its own green. */
  readonly theirValidate = () => this.page.getByRole('button', { name: 'Validate Authentication' });

  /** Follows a link of the console's own: the page is not loaded anew. */
  async follow(name: string): Promise<void> {
    await this.page.locator('#console').getByRole('link', { name, exact: true }).first().click();
  }

  /** All that a script of the page can read of what we drew. */
  readableByThePage(): Promise<string> {
    return this.page.evaluate(() => {
      const host = document.querySelector('latchkey-overlay');
      const parts = host === null ? [] : [host, ...(host.shadowRoot?.children ?? [])];
      return parts.map((part) => new XMLSerializer().serializeToString(part)).join(' ');
    });
  }
}
