import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { allowedConsoleOrigin, consoleAccess, keepConsoleScript } from './console-access.ts';
import { providerConsole } from './remembered.ts';

const origin = 'https://console.northwindvoice.example';
const other = 'https://ops.litware.example';
const told = (where: string) => ({ name: 'Console', origin: where, patterns: ['/services/{shortName}'] });

interface Script {
  readonly id: string;
  readonly matches: readonly string[];
}

/** The browser as far as permissions and scripts go, and what was asked of it. */
function aBrowser(granted: readonly string[] = []) {
  const held = new Set(granted.map((one) => `${one}/*`));
  let scripts: Script[] = [];
  const asked: string[] = [];
  const all = ({ origins }: { origins: string[] }) => origins.every((one) => held.has(one));
  const event = () => ({ addListener: vi.fn(), removeListener: vi.fn() });
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async (wanted: { origins: string[] }) => all(wanted),
      request: async ({ origins }: { origins: string[] }) => (asked.push(...origins), true),
      remove: async ({ origins }: { origins: string[] }) => origins.map((one) => held.delete(one)).every(Boolean),
      onAdded: event(),
      onRemoved: event(),
    },
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      unregisterContentScripts: async () => void (scripts = []),
      registerContentScripts: async (more: Script[]) => {
        if (scripts.length > 0) throw new Error('Duplicate script ID');
        scripts = [...more];
      },
      executeScript: async () => [],
    },
    tabs: { query: async () => [] },
  });
  return { held, asked, scripts: () => scripts };
}

beforeEach(() => fakeBrowser.reset());

describe('asking for the provider’s console', () => {
  test('asks for its one origin', async () => {
    const { asked } = aBrowser();
    expect(await consoleAccess.allow(origin)).toBe(true);
    expect(asked).toEqual([`${origin}/*`]);
  });

  test.each([
    'https://login.microsoftonline.com',
    'https://portal.azure.com',
    'https://*',
    'https://*.northwindvoice.example',
    'http://console.northwindvoice.example',
    '<all_urls>',
    '*://*/*',
    'file://',
  ])('never asks for %s, whatever the server says', async (wanted) => {
    const { asked } = aBrowser([wanted]);
    expect(await consoleAccess.allow(wanted)).toBe(false);
    expect(asked).toEqual([]);
    await providerConsole.setValue(told(wanted));
    expect(await allowedConsoleOrigin()).toBeNull();
  });
});

describe('the script on the provider’s console', () => {
  test('runs on its one origin, in the top frame, once it may', async () => {
    const browser = aBrowser();
    await providerConsole.setValue(told(origin));
    await keepConsoleScript();
    expect(browser.scripts()).toEqual([]);
    browser.held.add(`${origin}/*`);
    await Promise.all([keepConsoleScript(), keepConsoleScript()]);
    expect(browser.scripts()).toMatchObject([
      { matches: [`${origin}/*`], js: ['/provider-console.js'], allFrames: false },
    ]);
  });

  test('runs nowhere once that was withdrawn', async () => {
    const browser = aBrowser([origin]);
    await providerConsole.setValue(told(origin));
    await keepConsoleScript();
    await consoleAccess.withdraw(origin);
    await keepConsoleScript();
    expect(browser.scripts()).toEqual([]);
    expect(await allowedConsoleOrigin()).toBeNull();
  });

  test('runs nowhere when the provider has no console any more', async () => {
    const browser = aBrowser([origin]);
    await providerConsole.setValue(told(origin));
    await keepConsoleScript();
    await providerConsole.removeValue();
    await keepConsoleScript();
    expect(browser.scripts()).toEqual([]);
  });

  test('moves with the console only where that was allowed as well, and gives the old origin back', async () => {
    const browser = aBrowser([origin, other]);
    await providerConsole.setValue(told(origin));
    await keepConsoleScript();
    await providerConsole.setValue(told(other));
    await keepConsoleScript();
    expect(browser.scripts()).toMatchObject([{ matches: [`${other}/*`] }]);
    expect([...browser.held]).toEqual([`${other}/*`]);
  });
});
