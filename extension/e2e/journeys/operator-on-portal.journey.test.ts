import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { windowOpenedBy } from '../pages/microsoft-pages.ts';
import { OverlayCard } from '../pages/overlay-card.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { connect } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { ledToTheEnd, waysOf } from '../stage/led-on-portal.ts';
import type { PortalDocument } from '../stage/oracle.ts';
import { bladeModes, visitPortal } from '../stage/portal-visit.ts';
import { allOr } from '../stage/thorough.ts';

/* The operator's guide on the practice tenant's portals, over the real API: both portals, the blade in either place. */

let stage: JourneyStage;
let browser: BrowserContext;
let console: Page;

beforeAll(async () => {
  stage = await JourneyStage.open();
  browser = await stage.openOperator();
  console = await signInToConsole(browser, stage.operator);
  const device = await stage.openStranger('administrator');
  await connect(console, customerOf(stage.situation), device, stage.administrator);
  await device.close();
  // The operator's own account is not known at the customer's portal.
  await browser.clearCookies();
});
afterAll(() => stage?.close());

/** The button opens the guide anew, and a tab of the portal: these tests come to it another way. */
beforeEach(async () => {
  const pages = new ConsolePages(console);
  await pages.openSettings(customerOf(stage.situation).fullName);
  const opened = await windowOpenedBy(browser, () => pages.permissionsBladeLink().click());
  await opened.close();
});

test.each(waysOf.operator)('led by the card to the last step, proved by the server: $host, $mode', async (way) => {
  const readable = await ledToTheEnd(stage, browser, way);
  expect(readable).not.toContain(stage.operator.username);
});

/** The portal keeps back what stands in a blade until it is told otherwise; the page has stood for so long by then. */
const lateMs = 600_000;
const waitedMs = 8_000;
const isDrawn = ({ complete, targets }: PortalDocument): boolean => complete && 'grant-admin-consent' in targets;

test.each(allOr(bladeModes, ['framed']))(
  'on a portal that draws its blades many seconds late, and then others in their place, the guide goes on: %s',
  async (mode) => {
    const address = `https://entra.microsoft.com/${stage.situation.customer.tenantId}`;
    const { page, portal, until, close } = await visitPortal(stage, browser, address, { mode, behaviour: { lateMs } });
    const overlay = new OverlayCard(page);
    await overlay.tenantIsRight().waitFor();
    await overlay.button('Take me there').click();
    await portal.blade().getByText('Loading…').waitFor();
    // The proof is the server's, and does not wait for the page; the words stand there until there is something to ring.
    expect(await overlay.tickedSteps(2)).toEqual(['Grant admin consent', 'Compare the permissions']);
    expect(await portal.blade().getByText('Loading…').count(), 'the blade is not there yet').toBe(1);
    for (const frame of page.frames()) expect(await frame.locator('.lk-ring').count()).toBe(0);
    await page.waitForFunction((ms) => performance.now() > ms, waitedMs);
    await stage.oracle.behave({ lateMs: 300 });
    const { document } = await until((documents) => documents.find(isDrawn));
    const ring = async () => (await portal.bladeDocument()).locator('.lk-ring').waitFor({ state: 'attached' });
    await ring();
    expect(await portal.blade().getByText('Loading…').count()).toBe(0);

    await stage.oracle.act(mode === 'framed' ? 'replace-frame' : 'rerender');
    if (mode === 'framed')
      await until((documents) => documents.find((one) => isDrawn(one) && one.document !== document));
    await ring();
    expect(await overlay.tickedSteps(2)).toHaveLength(2);
    await close();
  },
);
