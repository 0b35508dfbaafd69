import type { BrowserContext, Page } from 'playwright-core';
import { windowOpenedBy } from './microsoft-pages.ts';

/**
 * The mailbox of the practice tenant, in which all mail of everybody lies.
 *
 * Owns: the list, one mail, the link in it.
 * Not here: where the link leads (invitation-pages.ts).
 * Stands on: server/sandbox/mail/mailbox-service.ts
 */
export class MailboxPage {
  readonly #page: Page;
  readonly #host: string;
  constructor(page: Page, host: string) {
    this.#page = page;
    this.#host = host;
  }

  static async at(browser: BrowserContext, host: string): Promise<MailboxPage> {
    return new MailboxPage(await browser.newPage(), host);
  }

  async openNewest(subject: RegExp): Promise<void> {
    await this.#page.goto(`https://${this.#host}/`);
    await this.#page.getByRole('link', { name: subject }).first().click();
    await this.#page.getByRole('heading', { level: 1, name: subject }).waitFor();
  }

  readonly #letter = () => this.#page.frameLocator('iframe');

  /** What is pressed in the mail opens in a tab of its own. */
  pressTheButton(): Promise<Page> {
    return windowOpenedBy(this.#page.context(), () => this.#letter().getByRole('link').first().click());
  }

  /** The address behind the button, as somebody forwards it. */
  async link(): Promise<string> {
    return (await this.#letter().getByRole('link').first().getAttribute('href')) ?? '';
  }

  /** The code that stands in the mail for who got a link that was cut. */
  async typedCode(): Promise<string> {
    const text = await this.#page.locator('pre').innerText();
    return /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(text)?.[0] ?? '';
  }
}
