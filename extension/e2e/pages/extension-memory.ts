import type { BrowserContext } from 'playwright-core';

interface Chrome {
  readonly storage: Readonly<Record<'local' | 'session', { get(): Promise<Record<string, unknown>> }>>;
}

/** All that the extension remembers, from where only the extension itself can look: on disk, and in memory. */
export async function memoryOf(browser: BrowserContext) {
  const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return { local: await chrome.storage.local.get(), session: await chrome.storage.session.get() };
  });
}
