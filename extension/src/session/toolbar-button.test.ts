import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { language } from './remembered.ts';
import { hearToolbar, toolbarButton, type OpenTab } from './toolbar-button.ts';

type Listener = (...what: readonly unknown[]) => void;

/** An event of the browser, and how it happens. */
function anEvent() {
  const listeners: Listener[] = [];
  return {
    event: { addListener: (listener: Listener) => void listeners.push(listener) },
    happen: (...what: readonly unknown[]) => listeners.forEach((listener) => listener(...what)),
  };
}

/** The browser as far as the toolbar goes: what it was asked, in words, and what happens to it. */
function aBrowser(tabs: Readonly<Record<number, { readonly active: boolean; readonly url?: string }>> = {}) {
  const asked: string[] = [];
  const pages: string[] = [];
  const happens = {
    activated: anEvent(),
    updated: anEvent(),
    alarm: anEvent(),
    command: anEvent(),
    menu: anEvent(),
    installed: anEvent(),
  };
  const set = (what: string) => async (about: object) => {
    if ('tabId' in about && about.tabId === 404) throw new Error('No tab with id: 404');
    asked.push(`${what} ${JSON.stringify(about)}`);
  };
  Object.assign(fakeBrowser, {
    action: {
      setBadgeBackgroundColor: set('colour'),
      setBadgeTextColor: set('ink'),
      setBadgeText: set('badge'),
      setTitle: set('title'),
    },
    tabs: {
      get: async (id: number) => tabs[id] ?? Promise.reject(new Error('gone')),
      create: async ({ url }: { readonly url: string }) => void asked.push(`open ${url}`),
      onActivated: happens.activated.event,
      onUpdated: happens.updated.event,
    },
    alarms: {
      create: async (name: string, { periodInMinutes }: { readonly periodInMinutes: number }) =>
        void asked.push(`alarm ${name} ${periodInMinutes}`),
      onAlarm: happens.alarm.event,
    },
    commands: { onCommand: happens.command.event },
    contextMenus: {
      onClicked: happens.menu.event,
      removeAll: async () => void asked.push('no menu'),
      create: ({ id, title, contexts }: { readonly id: string; readonly title: string; readonly contexts: string[] }) =>
        void asked.push(`menu ${id}: ${title} (${contexts.join()})`),
    },
  });
  Object.assign(fakeBrowser.runtime, {
    onInstalled: happens.installed.event,
    getContexts: async () => pages.map((documentUrl) => ({ documentUrl })),
  });
  return { asked, pages, happens };
}

beforeEach(() => fakeBrowser.reset());

function hearing(tabs: Parameters<typeof aBrowser>[0] = {}) {
  const heard: string[] = [];
  const { asked, happens } = aBrowser(tabs);
  const hear = (what: string) => async (tab?: OpenTab) =>
    void heard.push([what, tab?.id, tab?.address].filter((part) => part !== undefined).join(' '));
  hearToolbar({
    minute: hear('minute'),
    tab: hear('tab'),
    validate: hear('validate'),
    menu: async () =>
      (await language.getValue()) === 'pseudo'
        ? { validate: 'Ṽaļidåţe', console: 'Çønšøļe' }
        : { validate: 'Validate', console: 'Console' },
  });
  return { heard, asked, happens };
}

test('the badge of a tab has its text, its colour and the whole sentence; one of a tab that was closed is left', async () => {
  const { asked } = aBrowser();
  await toolbarButton.show(7, { text: '!', tone: 'action', title: 'Contoso Ltd: action needed' });
  expect(asked).toContain('badge {"text":"!","tabId":7}');
  expect(asked).toContain('title {"title":"Contoso Ltd: action needed","tabId":7}');
  expect(asked).toContain('colour {"color":"#a8201a","tabId":7}');
  await expect(toolbarButton.show(404, { text: '!', tone: 'action', title: '' })).resolves.toBeUndefined();
  await toolbarButton.show(null, { text: '3', tone: 'brand', title: '' });
  expect(asked, 'for all tabs that have nothing of their own').toContain('badge {"text":"3"}');
});

test('popup, console and side panel count as a page that is open; settings and sign-in do not', async () => {
  const { pages } = aBrowser();
  for (const page of ['options.html', 'sign-in.html#popup']) pages.push(`chrome-extension://id/${page}`);
  expect(await toolbarButton.isPageOpen()).toBe(false);
  for (const page of ['popup.html', 'console.html#/services', 'sidepanel.html']) {
    pages.splice(0, pages.length, `chrome-extension://id/${page}`);
    expect(await toolbarButton.isPageOpen(), page).toBe(true);
  }
});

test('the keys validate the tab that they were pressed in, and no other command does', () => {
  const { heard, happens } = hearing();
  happens.command.happen('validate-tenant', { id: 7, url: 'https://portal.azure.com/x' });
  happens.command.happen('something-else', { id: 7, url: 'https://portal.azure.com/x' });
  happens.command.happen('validate-tenant', undefined);
  expect(heard).toEqual(['validate 7 https://portal.azure.com/x']);
});

test('the menu validates as well, and opens the console', () => {
  const { heard, asked, happens } = hearing();
  happens.menu.happen({ menuItemId: 'validate' }, { id: 7, url: 'https://portal.azure.com/x' });
  happens.menu.happen({ menuItemId: 'console' }, { id: 7 });
  expect(heard).toEqual(['validate 7 https://portal.azure.com/x']);
  expect(asked.filter((what) => what.startsWith('open'))).toEqual([
    expect.stringMatching(/\/console\.html#\/services$/),
  ]);
});

test('the menu is made anew after an update, and when another language is chosen', async () => {
  const { asked, happens } = hearing();
  happens.installed.happen();
  const menu = () => asked.filter((what) => /menu/.test(what));
  await vi.waitFor(() => expect(menu()).toHaveLength(3));
  expect(menu()).toEqual(['no menu', 'menu validate: Validate (action)', 'menu console: Console (action)']);
  await language.setValue('pseudo');
  await vi.waitFor(() => expect(menu()).toHaveLength(6));
  expect(menu().slice(3)).toEqual(['no menu', 'menu validate: Ṽaļidåţe (action)', 'menu console: Çønšøļe (action)']);
});

test('it looks at the tab that is in front, once it is somewhere else, and at none behind', async () => {
  const { heard, happens } = hearing({
    1: { active: true, url: 'https://portal.azure.com/x' },
    2: { active: false, url: 'https://portal.azure.com/y' },
  });
  happens.activated.happen({ tabId: 1 });
  happens.updated.happen(1, { status: 'loading' });
  happens.updated.happen(1, { status: 'complete' });
  happens.updated.happen(2, { url: 'https://portal.azure.com/y' });
  happens.updated.happen(404, { status: 'complete' });
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  expect(heard).toEqual(Array(2).fill('tab 1 https://portal.azure.com/x'));
});

test('it is woken each minute by its own alarm', () => {
  const { heard, asked, happens } = hearing();
  expect(asked).toContain('alarm toolbar 1');
  happens.alarm.happen({ name: 'guide' });
  expect(heard).toEqual([]);
  happens.alarm.happen({ name: 'toolbar' });
  expect(heard).toEqual(['minute']);
});
