import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { windowOpenedBy } from '../pages/microsoft-pages.ts';
import { OptionsPage } from '../pages/options-page.ts';
import { OverlayCard } from '../pages/overlay-card.ts';
import { ProviderConsolePage } from '../pages/provider-console-page.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { connect, inviteByLink, reachConsent } from '../stage/acts.ts';
import { allowOrigin } from '../stage/allow-origin.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { visitPortal, type portalHosts } from '../stage/portal-visit.ts';
import { fileOf, lookAt, takePicture, type Look } from './picture.ts';

type Host = (typeof portalHosts)[number];

/** The guide's card on both portals, and the card on the provider's own console: what stands around them is the practice tenant's. */
export const portalShots: readonly { readonly name: string; readonly host?: Host; readonly looks: readonly Look[] }[] =
  [
    { name: 'overlay-entra', host: 'entra.microsoft.com', looks: ['light', 'dark', 'pseudo', 'forced'] },
    { name: 'overlay-azure', host: 'portal.azure.com', looks: ['light', 'dark', 'narrow'] },
    { name: 'complete-overlay', host: 'entra.microsoft.com', looks: ['light', 'dark'] },
    { name: 'provider-console', looks: ['light', 'dark', 'forced'] },
  ];

/** The administrator has approved for one person only: something is left to be done, and is pointed at. */
export async function takePortals(wanted: (name: string) => boolean): Promise<void> {
  const complete = portalShots.find(({ name }) => name === 'complete-overlay' && wanted(name));
  if (complete !== undefined) await takeComplete(complete.name, complete.looks);
  const shots = portalShots.filter(({ name }) => name !== 'complete-overlay' && wanted(name));
  if (shots.length === 0) return;
  const stage = await JourneyStage.open('fabrikam-box-not-ticked');
  try {
    const browser = await openAllowed(stage);
    // A picture is waited for; nobody learns anything from one that came too late.
    browser.setDefaultTimeout(30_000);
    const console = await signInToConsole(browser, stage.operator);
    await approveForOneself(stage, console);
    await browser.clearCookies();
    for (const { name, host, looks } of shots)
      for (const look of looks)
        await takeInWindow(
          await (host === undefined ? atConsole(stage, browser) : atPortal(stage, browser, console, host, look)),
          name,
          look,
        );
  } finally {
    await stage.close();
  }
}

/** All is approved and proved: nothing is left to be done. */
async function takeComplete(name: string, looks: readonly Look[]): Promise<void> {
  const stage = await JourneyStage.open();
  try {
    const browser = await stage.openOperator();
    const console = await signInToConsole(browser, stage.operator);
    const device = await stage.openStranger('administrator');
    await connect(console, customerOf(stage.situation), device, stage.administrator);
    await device.close();
    await browser.clearCookies();
    for (const look of looks) {
      const pages = new ConsolePages(console);
      await pages.openSettings(customerOf(stage.situation).fullName);
      const opened = await windowOpenedBy(browser, () => pages.permissionsBladeLink().click());
      const { pathname, hash } = new URL(opened.url());
      await opened.close();
      const { page } = await visitPortal(stage, browser, `https://entra.microsoft.com${pathname}`);
      await page.goto(`https://entra.microsoft.com${pathname}${hash}`);
      const overlay = new OverlayCard(page);
      await overlay.text('Authentication Complete').first().waitFor();
      await overlay.text('All required permissions are granted').first().waitFor();
      await overlay.ringed();
      await takeInWindow(page, name, look);
    }
  } finally {
    await stage.close();
  }
}

/** An operator whose browser has allowed the extension on the provider's console. */
async function openAllowed(stage: JourneyStage): Promise<BrowserContext> {
  const before = await stage.openOperator();
  const options = await OptionsPage.open(before.pages()[0] ?? (await before.newPage()));
  await options.allowButton().waitFor();
  await before.close();
  allowOrigin(join(stage.folder, 'operator', 'profile'), ProviderConsolePage.origin);
  return stage.openOperator();
}

async function approveForOneself(stage: JourneyStage, console: Page): Promise<void> {
  const { link } = await inviteByLink(new ConsolePages(console), customerOf(stage.situation));
  const device = await stage.openStranger('administrator');
  const { microsoft, page } = await reachConsent(device, link, stage.administrator);
  await microsoft.consentForOneself();
  await page.waitForURL(/\/i\/result/);
  await device.close();
}

async function atPortal(
  stage: JourneyStage,
  browser: BrowserContext,
  console: Page,
  host: Host,
  look: Look,
): Promise<Page> {
  await remember(browser, { language: look === 'pseudo' ? 'pseudo' : 'en' });
  await console.bringToFront();
  await new ConsolePages(console).openPendingInvitations();
  const opened = browser.waitForEvent('page');
  await new ConsolePages(console).pendingRow(customerOf(stage.situation).fullName).getByRole('button').nth(2).click();
  const blade = new URL((await opened).url());
  await (await opened).close();
  const { page } = await visitPortal(stage, browser, `https://${host}${blade.pathname}`);
  const overlay = new OverlayCard(page);
  await page.goto(`https://${host}${blade.pathname}${blade.hash}`);
  await page.locator('latchkey-overlay aside').waitFor();
  await overlay.ringed();
  return page;
}

async function atConsole(stage: JourneyStage, browser: BrowserContext): Promise<Page> {
  await remember(browser, { language: 'en' });
  const theirs = await ProviderConsolePage.open(browser, `/services/${stage.situation.customer.shortName}`);
  await theirs.card().waitFor();
  return theirs.page;
}

/** Chooses a language where the extension itself could. */
async function remember(browser: BrowserContext, values: object): Promise<void> {
  const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
  await worker.evaluate((what) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(values: object): Promise<void> } } };
    };
    return chrome.storage.local.set(what);
  }, values);
}

async function takeInWindow(page: Page, name: string, look: Look): Promise<void> {
  await page.setViewportSize({ width: look === 'narrow' ? 390 : 1280, height: look === 'narrow' ? 780 : 800 });
  await lookAt(page, look);
  await takePicture(page, fileOf(name, look), 'window');
  await page.close();
}
