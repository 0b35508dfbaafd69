import { isConsoleOrigin } from '@latchkey/shared/provider-console/origin';
import { browser } from 'wxt/browser';
import { providerConsole } from './remembered.ts';

/** Whether we may work on the provider's console: the browser's own answer, for one exact origin. */
export interface ConsoleAccess {
  isAllowed(origin: string): Promise<boolean>;
  /** Has the browser ask the person. To be called first thing in a click: it asks for nothing that nobody clicked for. */
  allow(origin: string): Promise<boolean>;
  withdraw(origin: string): Promise<void>;
  /** Tells when the browser's answer may be another one, wherever it was given; gives back what ends the telling. */
  onChanged(tell: () => void): () => void;
}

const patternOf = (origin: string): string => `${origin}/*`;
const of = (origin: string) => ({ origins: [patternOf(origin)] });

export const consoleAccess: ConsoleAccess = {
  isAllowed: async (origin) => isConsoleOrigin(origin) && browser.permissions.contains(of(origin)),
  allow: async (origin) => isConsoleOrigin(origin) && browser.permissions.request(of(origin)),
  withdraw: async (origin) => void (await browser.permissions.remove(of(origin)).catch(() => false)),
  onChanged(tell) {
    const { onAdded, onRemoved } = browser.permissions;
    for (const event of [onAdded, onRemoved]) event.addListener(tell);
    return () => [onAdded, onRemoved].forEach((event) => event.removeListener(tell));
  },
};

/** The origin on which we may work now; null when there is none. */
export async function allowedConsoleOrigin(): Promise<string | null> {
  const console = await providerConsole.getValue();
  return console !== null && (await consoleAccess.isAllowed(console.origin)) ? console.origin : null;
}

const id = 'provider-console';
const js: ['/provider-console.js'] = ['/provider-console.js'];

/**
 * Has the browser run our script on the console for as long as it may, and on nothing else. An origin that is not the console any
 * more is given back. Calls come one after another: two at a time would register twice.
 */
let last: Promise<void> = Promise.resolve();
export function keepConsoleScript(): Promise<void> {
  last = last.then(settle, settle);
  return last;
}

async function settle(): Promise<void> {
  const origin = await allowedConsoleOrigin();
  const wanted = origin === null ? undefined : patternOf(origin);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const before = registered?.matches?.[0];
  if (before === wanted) return;
  if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (before !== undefined && wanted !== undefined) await browser.permissions.remove({ origins: [before] });
  if (wanted === undefined) return;
  await browser.scripting.registerContentScripts([
    { id, js, matches: [wanted], runAt: 'document_idle', allFrames: false, persistAcrossSessions: true },
  ]);
  await drawInOpenTabs(wanted);
}

/** What is open already is not loaded again for it. A tab may be gone by then. */
async function drawInOpenTabs(pattern: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: pattern });
  const drawn = tabs.flatMap((tab) =>
    tab.id === undefined ? [] : browser.scripting.executeScript({ target: { tabId: tab.id }, files: js }),
  );
  await Promise.allSettled(drawn);
}
