import type { Page } from 'playwright-core';
import { extensionPage } from '../../practice/stage/browser.ts';

/**
 * The settings of the extension.
 *
 * Owns: the address of the API, the language, signing out.
 * Not here: signing in (sign-in-page.ts).
 * Stands on: extension/src/options
 */
export class OptionsPage {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  static async open(page: Page): Promise<OptionsPage> {
    await page.goto(extensionPage('options.html'));
    return new OptionsPage(page);
  }

  /** Tells a fresh extension where its API is, and waits until that was tested. */
  static async tellAddress(page: Page, origin: string): Promise<void> {
    const options = await OptionsPage.open(page);
    await options.saveAddress(origin);
    await options.said(/^Saved\. This is Latchkey/).waitFor();
  }

  async saveAddress(origin: string): Promise<void> {
    await this.#page.getByLabel('Address of your provider’s Latchkey').fill(origin);
    await this.#page.getByRole('button', { name: 'Save and test' }).click();
  }

  readonly said = (text: RegExp | string) => this.#page.getByRole('status').filter({ hasText: text });
  readonly nobody = () => this.#page.getByText('Nobody is signed in.');

  readonly allowButton = () => this.#page.getByRole('button', { name: /^Show Latchkey on / });
  readonly withdrawButton = () => this.#page.getByRole('button', { name: 'Withdraw' });

  async signOut(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Sign out' }).click();
  }

  /** Reloads in that language. */
  async chooseLanguage(name: string): Promise<void> {
    const reloaded = this.#page.waitForEvent('load');
    await this.#page.getByRole('combobox').selectOption({ label: name });
    await reloaded;
  }
}
