import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { windowOpenedBy } from '../pages/microsoft-pages.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { connect } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { everyWay, ledToTheEnd } from '../stage/led-on-portal.ts';

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

test.each(everyWay)('led by the card to the last step, proved by the server: $host, $mode', async (way) => {
  const readable = await ledToTheEnd(stage, browser, way);
  expect(readable).not.toContain(stage.operator.username);
});
