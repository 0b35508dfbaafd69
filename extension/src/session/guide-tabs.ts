import { browser } from 'wxt/browser';
import { portalHosts } from '../pages/portal-hosts.ts';

/** What a guide does to tabs: it puts its own script into them, takes them to an address, and hears that they have moved. */
export interface GuideTabs {
  /** Puts the rest of the overlay into one frame. */
  draw(tabId: number, frameId: number): Promise<void>;
  /** Puts it into every frame of every portal that is open. */
  drawEverywhere(): Promise<void>;
  goTo(tabId: number, address: string): Promise<void>;
  onMoved(tell: (tabId: number) => void): void;
  /** After an update: what the version before has left in open tabs is dead. */
  onUpdated(tell: () => void): void;
}

const files: ['/overlay.js'] = ['/overlay.js'];

/** A tab may be gone by now, or on a page that is not ours to write into: then there is nothing to draw on. */
const whereverPossible = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    () => undefined,
  );

export const guideTabs: GuideTabs = {
  draw: (tabId, frameId) =>
    whereverPossible(browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files })),
  async drawEverywhere() {
    const tabs = await browser.tabs.query({ url: portalHosts.map((host) => `https://${host}/*`) });
    const targets = tabs.flatMap(({ id }) => (id === undefined ? [] : [{ tabId: id, allFrames: true }]));
    await Promise.all(targets.map((target) => whereverPossible(browser.scripting.executeScript({ target, files }))));
  },
  goTo: (tabId, address) => whereverPossible(browser.tabs.update(tabId, { url: address })),
  onUpdated: (tell) => browser.runtime.onInstalled.addListener(() => tell()),
  onMoved: (tell) => browser.tabs.onUpdated.addListener((tabId, { url }) => url !== undefined && tell(tabId)),
};
