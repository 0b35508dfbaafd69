import { browser } from 'wxt/browser';

/** What the pages ask of the browser around them; handed in, so that tests and journeys can stand in for it. */
export interface Platform {
  /** The address of the tab that the person looks at; null when there is none that we may know. */
  currentTab(): Promise<string | null>;
  /** Opens a web page in a tab of its own, with its address in sight. */
  openTab(url: string): Promise<void>;
  /** Opens the console, at a place in it. */
  openConsole(hash: string): Promise<void>;
  /** `from` says where to go on afterwards: back to the console that stays open, or to a new one. */
  openSignIn(from: 'popup' | 'console'): Promise<void>;
  closeThisTab(): Promise<void>;
  openSettings(): Promise<void>;
  /** Whether the text is in the clipboard now: browsers may say no. */
  copy(text: string): Promise<boolean>;
}

const ownPages = (): string => browser.runtime.getURL('/');

/**
 * The tab beneath the popup. The popup itself is no tab; but where it is opened as one, the active tab is our own page, and the
 * one meant is the one that was looked at before it.
 */
async function currentTab(): Promise<string | null> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  const active = tabs.find((tab) => tab.active);
  if (active?.url?.startsWith(ownPages()) !== true) return active?.url ?? null;
  const others = tabs.filter((tab) => tab.url?.startsWith(ownPages()) !== true);
  const newest = others.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
  return newest?.url ?? null;
}

async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

const open = async (url: string): Promise<void> => void (await browser.tabs.create({ url }));

export const browserPlatform: Platform = {
  currentTab,
  openTab: open,
  openConsole: (hash) => open(`${browser.runtime.getURL('/console.html')}${hash}`),
  openSignIn: (from) => open(`${browser.runtime.getURL('/sign-in.html')}#${from}`),
  closeThisTab,
  openSettings: () => browser.runtime.openOptionsPage(),
  copy: (text) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    ),
};
