import { browser } from 'wxt/browser';
import { language } from './remembered.ts';

/** A tab that somebody looks at. Its address is told for the portals and, after a press of the button or its keys, for any. */
export interface OpenTab {
  readonly id: number;
  readonly address: string;
}

/** The button in the toolbar, as the worker sees it; handed in, so that tests need no browser. */
export interface ToolbarButton {
  /** Null is every tab that has nothing of its own. */
  show(
    tabId: number | null,
    badge: { readonly text: string; readonly tone: BadgeTone; readonly title: string },
  ): Promise<void>;
  activeTabs(): Promise<readonly OpenTab[]>;
  /** Whether a page of ours is open: it is told of changes as they happen, and keeps what it reads. */
  isPageOpen(): Promise<boolean>;
  notify(notice: { readonly title: string; readonly text: string }): Promise<void>;
}

type BadgeTone = keyof typeof colours;

/** The dark of each state: white on it can be read on light and dark toolbars. */
const colours = {
  action: '#a8201a',
  blocked: '#3a3237',
  brand: '#7b1e5e',
  degraded: '#824c00',
  settling: '#3f4a9b',
  unknown: '#534a50',
  working: '#17633a',
} as const;

export const toolbarButton: ToolbarButton = {
  async show(tabId, { text, tone, title }) {
    const where = tabId === null ? {} : { tabId };
    try {
      await browser.action.setBadgeBackgroundColor({ color: colours[tone], ...where });
      await browser.action.setBadgeTextColor({ color: '#ffffff', ...where });
      await browser.action.setBadgeText({ text, ...where });
      await browser.action.setTitle({ title, ...where });
    } catch {
      // The tab was closed meanwhile.
    }
  },
  async activeTabs() {
    const tabs = await browser.tabs.query({ active: true });
    return tabs.flatMap(({ id, url = '' }) => (id === undefined ? [] : [{ id, address: url }]));
  },
  async isPageOpen() {
    const contexts = await browser.runtime.getContexts({ contextTypes: ['POPUP', 'TAB', 'SIDE_PANEL'] });
    return contexts.some(({ documentUrl = '' }) => /\/(popup|console|sidepanel)\.html/.test(documentUrl));
  },
  async notify({ title, text }) {
    const iconUrl = browser.runtime.getURL('/icon/128.png');
    await browser.notifications.create('validated', { type: 'basic', iconUrl, title, message: text });
  },
};

const everyMinute = 'toolbar';

interface MenuWords {
  readonly validate: string;
  readonly console: string;
}

interface Hears {
  readonly minute: () => Promise<void>;
  readonly tab: (tab: OpenTab) => Promise<void>;
  readonly validate: (tab: OpenTab) => Promise<void>;
  /** What the menu says, in the language of now. */
  readonly menu: () => Promise<MenuWords>;
}

/** Set up before anything is awaited: a worker that wakes for an event must hear it. */
export function hearToolbar({ minute, tab, validate, menu }: Hears): void {
  const seen = async (tabId: number): Promise<void> => {
    const found = await browser.tabs.get(tabId).catch(() => undefined);
    if (found?.active === true) await tab({ id: tabId, address: found.url ?? '' });
  };
  browser.tabs.onActivated.addListener(({ tabId }) => void seen(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status === 'complete' || url !== undefined) void seen(tabId);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === everyMinute) void minute();
  });
  browser.commands.onCommand.addListener((command, pressed) => {
    if (command === 'validate-tenant') void press(pressed, validate);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, pressed) => {
    if (menuItemId === 'validate') void press(pressed, validate);
    if (menuItemId === 'console')
      void browser.tabs.create({ url: `${browser.runtime.getURL('/console.html')}#/services` });
  });
  const make = (): void => void menu().then(makeMenu);
  browser.runtime.onInstalled.addListener(make);
  // Whoever chooses another language finds it in the menu as well.
  language.watch(make);
  void browser.alarms.create(everyMinute, { periodInMinutes: 1 });
}

interface PressedTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

async function press(tab: PressedTab | undefined, validate: Hears['validate']): Promise<void> {
  if (tab?.id !== undefined) await validate({ id: tab.id, address: tab.url ?? '' });
}

async function makeMenu(menu: MenuWords): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, title] of Object.entries(menu)) browser.contextMenus.create({ id, title, contexts: ['action'] });
}
