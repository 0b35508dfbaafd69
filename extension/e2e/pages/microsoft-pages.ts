import type { BrowserContext, Locator, Page, Response } from 'playwright-core';

interface Account {
  readonly username: string;
  readonly password: string;
}

/**
 * Microsoft's sign-in and consent pages.
 *
 * Owns: account, password, the MFA prompt, the consent page with its box, Accept and Cancel.
 * Not here: our own pages before and after (invitation-pages.ts), the portal (portal-permissions-page.ts).
 * Stands on: server/sandbox/sign-in
 */
export class MicrosoftPages {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  /** Account, password and the prompt on the phone, whichever of them are asked for. */
  async signIn({ username, password }: Account): Promise<void> {
    const name = this.#page.getByRole('textbox', { name: 'Email, phone, or Skype' });
    const secret = this.#page.getByLabel('Password');
    const approve = this.#page.getByRole('button', { name: 'Approve' });
    const account = this.#page.getByRole('button', { name: username });
    await name.or(secret).or(approve).or(account).first().waitFor();
    if (await account.isVisible()) {
      await account.click();
    } else if (await name.isVisible()) {
      await name.fill(username);
      await this.#page.getByRole('button', { name: 'Next' }).click();
    }
    await this.#passwordAndPrompt(password);
  }

  async #passwordAndPrompt(password: string): Promise<void> {
    const secret = this.#page.getByLabel('Password');
    await secret.fill(password);
    await this.#page.getByRole('button', { name: 'Sign in' }).click();
    const approve = this.#page.getByRole('button', { name: 'Approve' });
    await approve.click();
  }

  /** Signs in unless the page that was wanted is there already: a session from before may be enough. */
  async signInUnless(account: Account, wanted: Locator): Promise<void> {
    const asked = this.#page
      .getByRole('textbox', { name: 'Email, phone, or Skype' })
      .or(this.#page.getByLabel('Password'))
      .or(this.#page.getByRole('button', { name: account.username }));
    await asked.or(wanted).first().waitFor();
    if (!(await wanted.isVisible())) await this.signIn(account);
  }

  readonly box = () => this.#page.getByRole('checkbox', { name: 'Consent on behalf of your organization' });
  readonly accept = () => this.#page.getByRole('button', { name: 'Accept' });
  readonly cancel = () => this.#page.getByRole('button', { name: 'Cancel' });

  async consentForTheOrganization(): Promise<void> {
    await this.box().check();
    await this.accept().click();
  }

  async consentForOneself(): Promise<void> {
    await this.accept().waitFor();
    await this.accept().click();
  }

  async decline(): Promise<void> {
    await this.cancel().click();
  }
}

/** The window that Microsoft's sign-in opens in, once `open` has been pressed. */
export async function windowOpenedBy(browser: BrowserContext, open: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([browser.waitForEvent('page'), open()]);
  return page;
}

/** Microsoft's own id of the request that showed this page. */
export const requestIdOf = (response: Response): string | undefined => response.headers()['x-ms-request-id'];
