import type { Page, Request } from 'playwright-core';

/**
 * What a customer's administrator meets who has no extension.
 *
 * Owns: the invitation page with Start, the way to Microsoft, the page with the result.
 * Not here: Microsoft's own pages (microsoft-pages.ts).
 * Stands on: server/src/invitation-pages
 */
export class InvitationPages {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  readonly startButton = () => this.#page.getByRole('button', { name: 'Start', exact: true });
  readonly heading = () => this.#page.getByRole('heading', { level: 1 });
  readonly says = (title: string) => this.#page.getByRole('heading', { level: 1, name: title, exact: true });
  readonly lookAgain = () => this.#page.getByRole('link', { name: 'See the request again' });

  readonly askButton = () => this.#page.getByRole('button', { name: 'Ask for a new one' });

  async open(link: string): Promise<void> {
    await this.#page.goto(link);
  }

  /** What a person does whose link lost its last part on the way. */
  async typeCode(code: string): Promise<void> {
    await this.#page.getByLabel('Code from the message').fill(code);
    await this.#page.getByRole('button', { name: 'Open the invitation' }).click();
  }

  /** Comes back to the invitation in the same browser: the visit's cookie is still there. */
  async openAgain(origin: string): Promise<void> {
    await this.#page.goto(`${origin}/i/invitation`);
  }

  /** "Microsoft's page shows an error? Paste it". */
  async pasteError(text: string): Promise<void> {
    await this.#page.getByLabel('Text of the page').fill(text);
    await this.#page.getByRole('button', { name: 'Read the error' }).click();
    await this.#page
      .getByText(/AADSTS\d+/)
      .first()
      .waitFor();
  }

  async startAgain(): Promise<void> {
    await this.#page
      .getByRole('button', { name: /^Start/ })
      .first()
      .click();
  }

  async approveForTheOrganization(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Approve for the organisation' }).click();
  }

  /** Resolves with the address by which Microsoft's answer comes back, once it does. */
  async callback(): Promise<string> {
    const isCallback = (request: Request) => new URL(request.url()).pathname === '/consent/callback';
    return (await this.#page.waitForEvent('request', isCallback)).url();
  }

  /** Presses Start and waits until Microsoft's page is there; gives the answer that showed it. */
  async start() {
    const atMicrosoft = this.#page.waitForResponse(
      (response) =>
        new URL(response.url()).pathname.endsWith('/oauth2/v2.0/authorize') && response.request().isNavigationRequest(),
    );
    await this.startButton().click();
    return atMicrosoft;
  }
}
