import { OptionsPage } from '../../e2e/pages/options-page.ts';
import { MicrosoftPages } from '../../e2e/pages/microsoft-pages.ts';
import { PortalPermissionsPage } from '../../e2e/pages/portal-permissions-page.ts';
import { signInToConsole } from '../../e2e/pages/sign-in-page.ts';
import { extensionPage } from '../stage/browser.ts';
import { administratorOf, operatorOf } from '../stage/situation.ts';
import type { Stage } from '../stage/stage.ts';
import { until } from './until.ts';
import { UnwatchedBrowser, type OpenPage } from './unwatched-browser.ts';

/** Who watches: a browser without a driver, with the card on a portal and the popup beside it. */
export interface Audience {
  readonly browser: UnwatchedBrowser;
  readonly card: OpenPage;
  readonly popup: OpenPage;
  /** The operator's, for what is done on their behalf. */
  readonly session: string;
}

/** Whoever signs in needs a driver: an operator does so in a browser of their own, and the session is handed over. */
export async function gather(stage: Stage): Promise<Audience> {
  const { situation } = stage.tenant;
  const address = `https://entra.microsoft.com/${situation.customer.tenantId}/#home`;
  const kept = await operatorSession(stage);
  const cookies = await portalCookies(stage, address);
  const browser = await UnwatchedBrowser.open(`${stage.api.logFile}.browser`, stage.tenant);
  await browser.setCookies(cookies);
  const settings = await browser.openPage(extensionPage('options.html'));
  await until('the extension', () =>
    settings.evaluate<true | undefined>('globalThis.chrome?.storage?.session === undefined ? undefined : true'),
  );
  await settings.evaluate(`chrome.storage.local.set({ 'api-origin': ${JSON.stringify(stage.api.origin)} })`);
  await settings.evaluate(`chrome.storage.session.set({ 'api-session': ${JSON.stringify(kept)} })`);
  const card = await browser.openPage(address);
  const popup = await browser.openPage(extensionPage('popup.html'));
  return { browser, card, popup, session: kept.session };
}

async function operatorSession(stage: Stage): Promise<{ readonly session: string }> {
  const driven = await stage.open('operator', { headless: true });
  const [page = await driven.newPage()] = driven.pages();
  await OptionsPage.tellAddress(page, stage.api.origin);
  const console = await signInToConsole(driven, operatorOf(stage.tenant.situation));
  const kept = await console.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return (await chrome.storage.session.get('api-session'))['api-session'];
  });
  await driven.close();
  if (kept === undefined) throw new Error('Nobody is signed in.');
  return kept;
}

/** Of somebody who is signed in to the customer's portal. */
async function portalCookies(stage: Stage, address: string) {
  const driven = await stage.open('portal', { headless: true, withExtension: false });
  const page = await driven.newPage();
  await page.goto(address);
  const shell = new PortalPermissionsPage(page, 'framed').shell();
  await new MicrosoftPages(page).signInUnless(administratorOf(stage.tenant.situation), shell);
  await shell.waitFor();
  const cookies = await driven.cookies();
  await driven.close();
  return cookies.map(({ name, value, domain, path, secure, httpOnly, sameSite }) => ({
    ...{ name, value, domain, path, secure, httpOnly, sameSite },
  }));
}

interface Chrome {
  readonly storage: {
    readonly session: { get(key: string): Promise<Readonly<Record<string, { readonly session: string } | undefined>>> };
  };
}
