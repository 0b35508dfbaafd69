import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

/** Where the portal draws its blades: in a frame of another site, or (as older ones are) in the top document. */
export type BladeMode = 'framed' | 'top-document';

/** One row of the blade's table, as a person reads it. */
export interface PortalPermissionRow {
  readonly claimValue: string;
  readonly type: string;
  readonly grantedThrough: string;
}

/**
 * The portal, and the permissions page of an enterprise application in it.
 *
 * Owns: the way there by hand, the blade in either mode, reading the list of granted permissions, tab by tab.
 * Not here: signing in (microsoft-pages.ts), what the server then believes.
 * Stands on: server/sandbox/portal
 */
export class PortalPermissionsPage {
  readonly #page: Page;
  readonly #mode: BladeMode;
  constructor(page: Page, mode: BladeMode = 'framed') {
    this.#page = page;
    this.#mode = mode;
  }

  /** The shell is there: somebody is signed in, in the tenant of the address. */
  readonly shell = (): Locator => this.#page.getByRole('navigation', { name: 'Portal' });
  /** Who is signed in, and in which directory. */
  readonly account = (): Locator => this.#page.getByRole('banner');
  readonly frames = (): Locator => this.#page.locator('iframe');
  /** Whatever the blade draws is in here. */
  readonly blade = (): FrameLocator | Locator =>
    this.#mode === 'framed' ? this.#page.frameLocator('iframe') : this.#page.locator('body');

  /** The document that the blade is drawn in, to look into it from its own side. */
  async bladeDocument(): Promise<Frame> {
    if (this.#mode === 'top-document') return this.#page.mainFrame();
    const frame = await (await this.frames().elementHandle())?.contentFrame();
    if (!frame) throw new Error('The portal has no frame for its blade.');
    return frame;
  }

  readonly heading = (name: string | RegExp): Locator => this.blade().getByRole('heading', { level: 1, name });
  readonly tab = (name: 'Admin consent' | 'User consent'): Locator => this.blade().getByRole('tab', { name });
  readonly grantButton = (organization: string): Locator =>
    this.blade().getByRole('button', { name: `Grant admin consent for ${organization}` });
  readonly reviewButton = (): Locator => this.blade().getByRole('button', { name: 'Review permissions' });
  readonly menuItem = (name: 'Overview' | 'Permissions'): Locator => this.blade().getByRole('menuitem', { name });

  /** Enterprise applications, the application, Permissions: by hand, from wherever in the portal. */
  async walkTo(application: string): Promise<void> {
    await this.openApplications();
    await this.blade().getByRole('link', { name: application }).click();
    await this.heading(`${application} | Overview`).waitFor();
    await this.menuItem('Permissions').click();
    await this.heading(`${application} | Permissions`).waitFor();
  }

  readonly openApplications = (): Promise<void> =>
    this.#page.getByRole('link', { name: 'Enterprise applications' }).first().click();

  /** The rows of one tab, found by their roles and column names, not by where they stand. */
  async rows(tab: 'Admin consent' | 'User consent'): Promise<readonly PortalPermissionRow[]> {
    await this.tab(tab).click();
    const grid = this.blade().getByRole('grid');
    await grid.waitFor();
    const heads = await grid.getByRole('columnheader').allInnerTexts();
    const rows = await grid.getByRole('row').all();
    const cells = await Promise.all(rows.map((row) => row.getByRole('gridcell').allInnerTexts()));
    const at = (row: readonly string[], head: string): string =>
      row[heads.findIndex((text) => text.trim() === head)]?.trim() ?? '';
    return cells
      .filter((row) => row.length === heads.length)
      .map((row) => ({
        claimValue: at(row, 'Claim value'),
        type: at(row, 'Type'),
        grantedThrough: at(row, 'Granted through'),
      }));
  }
}
