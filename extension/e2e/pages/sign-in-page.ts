import type { BrowserContext, Page } from 'playwright-core';
import { extensionPage } from '../../practice/stage/browser.ts';
import { MicrosoftPages, windowOpenedBy, type Account } from './microsoft-pages.ts';

/**
 * The page on which an operator signs in, and the window of Microsoft's that it opens.
 *
 * Owns: pressing Sign in, the window, what the page says when it did not work.
 * Not here: what happens in the window (microsoft-pages.ts).
 * Stands on: extension/src/sign-in
 */
export class SignInPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: BrowserContext): Promise<SignInPage> {
    const page = await browser.newPage();
    await page.goto(extensionPage('sign-in.html'));
    return new SignInPage(page);
  }

  readonly button = () => this.page.getByRole('button', { name: 'Sign in' });
  readonly refusal = () => this.page.getByRole('alert');

  /** Presses Sign in; gives Microsoft's window. */
  openWindow(): Promise<Page> {
    return windowOpenedBy(this.page.context(), () => this.button().click());
  }

  async signIn(account: Account): Promise<void> {
    await new MicrosoftPages(await this.openWindow()).signIn(account);
  }
}

/** Signs an operator in and ends on the console, in the page given. */
export async function signInToConsole(browser: BrowserContext, account: Account): Promise<Page> {
  const signIn = await SignInPage.open(browser);
  await signIn.signIn(account);
  await signIn.page.getByRole('button', { name: 'Add Service' }).waitFor();
  return signIn.page;
}
