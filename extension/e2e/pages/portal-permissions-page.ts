import type { Page } from 'playwright-core';

/** One row of the blade's table, as a person reads it. */
export interface PortalPermissionRow {
  readonly claimValue: string;
  readonly type: string;
  readonly grantedThrough: string;
}

/**
 * The permissions page of an enterprise application.
 *
 * Owns: reading the list of granted permissions, tab by tab.
 * Not here: signing in (microsoft-pages.ts), what the server then believes.
 * Stands on: server/sandbox/portal
 */
export class PortalPermissionsPage {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  /** The rows of one tab, found by their roles and column names, not by where they stand. */
  async rows(tab: 'Admin consent' | 'User consent'): Promise<readonly PortalPermissionRow[]> {
    await this.#page.getByRole('tab', { name: tab }).click();
    const grid = this.#page.getByRole('grid');
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
