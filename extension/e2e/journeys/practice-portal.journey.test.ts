import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { MicrosoftPages } from '../pages/microsoft-pages.ts';
import { PortalPermissionsPage } from '../pages/portal-permissions-page.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/* The practice tenant's portals by themselves, as somebody meets them who has never heard of us. */

let stage: JourneyStage;
beforeAll(async () => {
  stage = await JourneyStage.open();
});
afterAll(() => stage?.close());

const modes = ['framed', 'top-document'] as const;
const portals = ['portal.azure.com', 'entra.microsoft.com'] as const;
const everyWay = portals.flatMap((host) => modes.map((mode) => ({ host, mode })));
const application = 'Tailspin Travel';

let count = 0;

/** A new browser of the administrator's, and what its pages complained of. */
async function openBrowser(): Promise<{ readonly browser: BrowserContext; readonly complaints: string[] }> {
  count += 1;
  const browser = await stage.openStranger(`administrator-${count}`);
  onTestFinished(() => browser.close());
  const complaints: string[] = [];
  browser.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  browser.on('weberror', (error) => complaints.push(error.error().message));
  return { browser, complaints };
}

/** Opens the portal's list of applications, and signs in as the customer's administrator. */
async function enter(page: Page, host: string, mode: 'framed' | 'top-document'): Promise<PortalPermissionsPage> {
  const portal = new PortalPermissionsPage(page, mode);
  await page.goto(`https://${host}/${stage.situation.customer.tenantId}`);
  await new MicrosoftPages(page).signInUnless(stage.administrator, portal.shell());
  await portal.shell().waitFor();
  return portal;
}

describe('by hand, from the list to the permissions', () => {
  test.each(everyWay)('on $host, $mode', async ({ host, mode }) => {
    await stage.oracle.behave({ blades: mode });
    const { browser, complaints } = await openBrowser();
    const page = await browser.newPage();
    const portal = await enter(page, host, mode);
    await portal.walkTo(application);
    expect((await portal.account().innerText()).toUpperCase()).toContain('CONTOSO LTD (CONTOSO.COM)');
    expect(await page.getByRole('note').innerText()).toBe('Practice tenant: nothing here is Microsoft');
    const rows = await portal.rows('Admin consent');
    expect(rows.map(({ claimValue }) => claimValue)).toEqual(['openid', 'profile', 'User.Read']);
    expect(await portal.rows('User consent')).toEqual([]);
    await portal.grantButton(stage.situation.customer.name).waitFor();
    await portal.reviewButton().waitFor();
    expect(await portal.frames().count()).toBe(mode === 'framed' ? 1 : 0);
    expect(complaints).toEqual([]);
  });
});
