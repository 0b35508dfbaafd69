import type { BrowserContext, Locator, Page, Response } from 'playwright-core';

export interface Account {
  readonly username: string;
  readonly password: string;
  /** Whether Microsoft asks for a second proof. */
  readonly mfa: boolean;
}

/** Called when a page is filled in and nothing was pressed yet. */
type Seen = (page: 'account' | 'password' | 'prompt') => Promise<void>;
const unseen: Seen = () => Promise.resolve();

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

  readonly #name = () => this.#page.getByRole('textbox', { name: 'Email, phone, or Skype' });
  readonly #password = () => this.#page.getByLabel('Password');
  readonly #another = () => this.#page.getByRole('button', { name: 'Use another account' });

  /** Waits until Microsoft asks who it is. */
  async isThere(): Promise<void> {
    await this.#name().or(this.#another()).first().waitFor();
  }

  /** Account, password and the prompt on the phone. An account that is signed in already is not taken: the person is another. */
  async signIn({ username, password, mfa }: Account, seen: Seen = unseen): Promise<void> {
    await this.isThere();
    if (await this.#another().isVisible()) await this.#another().click();
    await this.#name().fill(username);
    await seen('account');
    await this.#page.getByRole('button', { name: 'Next' }).click();
    await this.#passwordAndPrompt(password, mfa, seen);
  }

  async #passwordAndPrompt(password: string, mfa: boolean, seen: Seen): Promise<void> {
    await this.#password().fill(password);
    await seen('password');
    await this.#last(this.#page.getByRole('button', { name: 'Sign in' }));
    if (!mfa) return;
    const approve = this.#page.getByRole('button', { name: 'Approve' });
    await approve.waitFor();
    await seen('prompt');
    await this.#last(approve);
  }

  /** A window that was opened to sign in closes with its last press, sometimes before the press has been told of. */
  async #last(button: Locator): Promise<void> {
    await button.click().catch((error: unknown) => {
      if (!this.#page.isClosed()) throw error;
    });
  }

  /** Signs in unless the page that was wanted is there already: a session from before may be enough. */
  async signInUnless(account: Account, wanted: Locator): Promise<void> {
    const mine = this.#page.getByRole('button', { name: account.username });
    await this.#name().or(this.#another()).or(wanted).first().waitFor();
    if (await wanted.isVisible()) return;
    if (!(await mine.isVisible())) return this.signIn(account);
    await mine.click();
    // A session may be enough for one page of Microsoft's and not for another, whoever it is.
    const approve = this.#page.getByRole('button', { name: 'Approve' });
    await approve.or(wanted).first().waitFor();
    if (await approve.isVisible()) await approve.click();
  }

  readonly box = () => this.#page.getByRole('checkbox', { name: 'Consent on behalf of your organization' });
  readonly accept = () => this.#page.getByRole('button', { name: 'Accept' });
  readonly cancel = () => this.#page.getByRole('button', { name: 'Cancel' });

  readonly noTelephone = () => this.#page.getByRole('button', { name: /Authenticator app right now/ });
  readonly leaveWithoutConsent = () =>
    this.#page.getByRole('button', { name: 'Return to the application without granting consent' });
  readonly #requestButton = () => this.#page.getByRole('button', { name: 'Request approval' });

  /** "Approval required": says why. */
  async justify(why: string): Promise<void> {
    await this.#page.getByLabel(/Enter justification/).fill(why);
  }

  async sendRequest(): Promise<void> {
    await this.#requestButton().click();
    await this.#page.getByRole('heading', { name: 'Request sent' }).waitFor();
  }

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

/**
 * The window that `open` opens. It is told of when its first answer has begun to arrive, so that on a busy machine a press that was
 * heard at once may take a while to be seen here.
 */
export async function windowOpenedBy(browser: BrowserContext, open: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([browser.waitForEvent('page', { timeout: 60_000 }), open()]);
  return page;
}

/** Microsoft's own id of the request that showed this page. */
export const requestIdOf = (response: Response): string | undefined => response.headers()['x-ms-request-id'];
