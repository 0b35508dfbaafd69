import type { Page } from 'playwright-core';

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
