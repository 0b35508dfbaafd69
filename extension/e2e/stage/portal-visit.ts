import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { MicrosoftPages } from '../pages/microsoft-pages.ts';
import { PortalPermissionsPage, type BladeMode } from '../pages/portal-permissions-page.ts';
import type { JourneyStage } from './journey-stage.ts';
import type { Portal, PortalDocument } from './oracle.ts';

export const portalHosts = ['portal.azure.com', 'entra.microsoft.com'] as const;
export const bladeModes = ['framed', 'top-document'] as const;

/** Everything that a test can switch, as it is on a good day. */
const calm = {
  language: 'en',
  slowMs: 0,
  lateMs: 0,
  rerenderEveryMs: 0,
  replaceFrameEveryMs: 0,
  storm: false,
  hostile: false,
} as const;

/** A page at a portal, with the blade in the place that was asked for. */
export interface PortalVisit {
  readonly page: Page;
  readonly portal: PortalPermissionsPage;
  /** Waits until the oracle says of this page what is waited for. */
  until<Found>(find: (documents: readonly PortalDocument[], portal: Portal) => Found | undefined): Promise<Found>;
  close(): Promise<void>;
}

/**
 * Opens an address of a portal as the customer's administrator. The portal is calm until it stands; then it behaves as it is
 * told to.
 */
export async function visitPortal(
  { oracle, administrator }: JourneyStage,
  browser: BrowserContext,
  address: string,
  { mode = 'framed', behaviour }: { readonly mode?: BladeMode; readonly behaviour?: object } = {},
): Promise<PortalVisit> {
  const until: PortalVisit['until'] = async (find) => {
    const look = async () => {
      const said = await oracle.portal();
      return find(said.documents, said);
    };
    let found = await look();
    await expect.poll(async () => (found = await look()), { timeout: 15_000, interval: 50 }).toBeDefined();
    return found as NonNullable<typeof found>;
  };
  await oracle.behave({ ...calm, blades: mode });
  const page = await browser.newPage();
  const portal = new PortalPermissionsPage(page, mode);
  await page.goto(address);
  await new MicrosoftPages(page).signInUnless(administrator, portal.shell());
  await portal.shell().waitFor();
  await oracle.act('report');
  if (behaviour !== undefined) {
    const { draws } = await until((documents) => documents.find(({ frame }) => frame === 'top'));
    await oracle.behave(behaviour);
    await until((documents) => documents.find((one) => one.frame === 'top' && one.draws > draws));
    // Whatever was there before is forgotten.
    await oracle.act('report');
  }
  return { page, portal, until, close: () => page.close() };
}
