import type { GuideView } from '@latchkey/shared/api/guides';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { FakeApi } from '../fake-api/fake-api.ts';
import { guideOf } from '../fake-api/guide-samples.ts';
import { busyState } from '../fake-api/state.ts';
import { ExtensionBrowser } from '../pages/extension-browser.ts';
import { OverlayCard } from '../pages/overlay-card.ts';
import { standInForPortals, type StandInSettings } from '../pages/portal-stand-in.ts';

export type Portal = 'entra' | 'portal';

interface Wishes extends StandInSettings {
  readonly guide?: GuideView;
  readonly signedIn?: boolean;
}

/** A browser with the extension, an API of samples, portals of a few lines, and a guide that an operator has opened. */
export class OverlayStage {
  readonly api: FakeApi;
  browser: ExtensionBrowser;
  #standIn: StandInSettings = {};

  private constructor(api: FakeApi, browser: ExtensionBrowser) {
    this.api = api;
    this.browser = browser;
  }

  static async open(): Promise<OverlayStage> {
    const browser = await ExtensionBrowser.open();
    browser.context.setDefaultTimeout(60_000);
    return new OverlayStage(await FakeApi.open(), browser);
  }

  /** Sets the stage for a test, in the same browser: nothing of the test before is left. */
  async set({ guide = guideOf(1), signedIn = true, ...standIn }: Wishes = {}): Promise<void> {
    await this.clear();
    this.#standIn = standIn;
    this.api.state = { ...busyState(), guides: [guide] };
    if (signedIn) await this.browser.signIn(this.api);
    else await this.browser.remember('local', { 'api-origin': this.api.origin });
    await standInForPortals(this.browser.context, standIn);
    await this.startGuide();
  }

  /** What was remembered is forgotten, what was open is closed, and nobody waits for an answer. */
  async clear(): Promise<void> {
    const { api, browser } = this;
    await browser.forgetAll();
    for (const page of browser.context.pages().slice(1)) await page.close();
    await browser.context.unrouteAll();
    await expect.poll(() => api.waiting).toBe(0);
    await api.listen();
    api.calls.length = 0;
    browser.complaints.length = 0;
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
    this.browser.context.setDefaultTimeout(60_000);
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
