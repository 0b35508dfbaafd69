import type { GuideView } from '@latchkey/shared/api/guides';
import type { Page } from 'playwright-core';
import { FakeApi } from '../fake-api/fake-api.ts';
import { guideOf } from '../fake-api/guide-samples.ts';
import { busyState } from '../fake-api/state.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';
import { OverlayCard } from '../pages/overlay-card.ts';
import { standInForPortals, type StandInSettings } from '../pages/portal-stand-in.ts';

export type Portal = 'entra' | 'portal';

interface Wishes extends StandInSettings {
  readonly guide?: GuideView;
  readonly colorScheme?: 'light' | 'dark';
  readonly signedIn?: boolean;
}

/** A browser with the extension, an API of samples, portals of a few lines, and a guide that an operator has opened. */
export class OverlayStage {
  readonly api: FakeApi;
  browser: ExtensionBrowser;
  readonly #standIn: StandInSettings;

  private constructor(api: FakeApi, browser: ExtensionBrowser, standIn: StandInSettings) {
    this.api = api;
    this.browser = browser;
    this.#standIn = standIn;
  }

  static async open({
    guide = guideOf(1),
    colorScheme,
    signedIn = true,
    ...standIn
  }: Wishes = {}): Promise<OverlayStage> {
    const api = await FakeApi.open();
    api.state = { ...busyState(), guides: [guide] };
    const browser = await ExtensionBrowser.open(colorScheme === undefined ? {} : { colorScheme });
    browser.context.setDefaultTimeout(15_000);
    if (signedIn) await browser.signIn(api);
    else await browser.remember('local', { 'api-origin': api.origin });
    await standInForPortals(browser.context, standIn);
    const stage = new OverlayStage(api, browser, standIn);
    await stage.startGuide();
    return stage;
  }

  get guide(): GuideView {
    const [guide] = this.api.state.guides;
    if (guide === undefined) throw new Error('There is no guide.');
    return guide;
  }
  set guide(guide: GuideView) {
    this.api.state.guides = [guide];
  }

  /** As the buttons in the popup and the console do. */
  async startGuide(): Promise<void> {
    const { invitationId } = this.guide;
    await this.browser.remember('local', {
      'active-guide': { guide: 'check-permissions', invitationId, startedAt: Date.now() },
    });
  }

  blade(portal: Portal = 'entra'): string {
    const address = this.guide.permissionsBlade?.[portal];
    if (address === undefined) throw new Error('The registration was not read.');
    return address;
  }

  async openPortal(address: string = this.blade()): Promise<OverlayCard> {
    const page = await this.browser.context.newPage();
    await page.goto(address);
    return new OverlayCard(page);
  }

  /** The browser is closed and started again: what was kept in memory is gone. */
  async restartBrowser(): Promise<void> {
    this.browser = await this.browser.startAgain();
    this.browser.context.setDefaultTimeout(15_000);
    await standInForPortals(this.browser.context, this.#standIn);
  }

  /** The worker dies, as it does after 30 s of silence. */
  async killWorker(page: Page): Promise<void> {
    const session = await this.browser.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  callsTo(path: string): number {
    return this.api.calls.filter((call) => call.endsWith(path)).length;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.api.close();
  }
}
