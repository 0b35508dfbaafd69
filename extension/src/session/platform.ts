import { browser } from 'wxt/browser';
import type { RawHandover } from './read-handover.ts';
import { panelInvitation } from './remembered.ts';

/** What the pages ask of the browser around them; handed in, so that tests and journeys can stand in for it. */
export interface Platform {
  /** The address of the tab that the person looks at; null when there is none that we may know. */
  readonly currentTab: () => Promise<string | null>;
  /** What the open tab hands over, if it is the page of an invitation that a click on the toolbar lets us look at. */
  readonly readHandover: () => Promise<RawHandover | null>;
  /** Opens a web page in a tab of its own, with its address in sight. */
  readonly openTab: (url: string) => Promise<void>;
  /** Opens the console, at a place in it. */
  readonly openConsole: (hash: string) => Promise<void>;
  /**
   * Opens the side panel beside this window, at the sign-in of that invitation, or at the newest. Called first of all in the
   * handler of a press: whatever is awaited before takes the right to open it away.
   */
  readonly openPanel: (invitationId: string | null) => void;
  /** `from` says where to go on afterwards: back to the console that stays open, or to a new one. */
  readonly openSignIn: (from: 'popup' | 'console') => Promise<void>;
  readonly closeThisTab: () => Promise<void>;
  readonly openSettings: () => Promise<void>;
  /** Whether the text is in the clipboard now: browsers may say no. */
  readonly copy: (text: string) => Promise<boolean>;
}

/**
 * The tab beneath the popup. A popup is no tab of its own; where it is opened as one all the same, the tab that is meant is the
 * one that was looked at before it. Addresses are told for the portals and, after a click on the toolbar, for the active tab.
 */
async function currentTab(): Promise<string | null> {
  const [own, tabs] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({ currentWindow: true })]);
  if (own === undefined) return tabs.find((tab) => tab.active)?.url ?? null;
  const others = tabs.filter((tab) => tab.id !== own.id);
  const newest = others.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
  return newest?.url ?? null;
}

async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

const open = async (url: string): Promise<void> => void (await browser.tabs.create({ url }));

/** Our own pages, in tabs of their own. The background opens them as well. */
export const ownPages: Pick<Platform, 'openConsole' | 'openSignIn'> = {
  openConsole: (hash) => open(`${browser.runtime.getURL('/console.html')}${hash}`),
  openSignIn: (from) => open(`${browser.runtime.getURL('/sign-in.html')}#${from}`),
};

/** The browser around this page. */
export function openPlatform(): Platform {
  // Known before it is needed: there is no time to ask in the handler of a press.
  let ownWindow: number | undefined;
  void browser.windows.getCurrent().then((own) => (ownWindow = own.id));
  return {
    currentTab,
    readHandover: async () => (await import('./read-handover.ts')).readHandover(),
    openTab: open,
    ...ownPages,
    openPanel(invitationId) {
      // A browser without a side panel loses nothing: the page that opens says the same.
      if (ownWindow !== undefined) void browser.sidePanel?.open({ windowId: ownWindow }).catch(() => undefined);
      void panelInvitation.setValue(invitationId);
    },
    closeThisTab,
    openSettings: () => browser.runtime.openOptionsPage(),
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
  };
}
