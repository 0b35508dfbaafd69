import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

interface Chrome {
  readonly storage: { readonly local: { set(values: Readonly<Record<string, unknown>>): Promise<void> } };
}

/**
 * What a browser has written to its disk, looked at from outside after it was closed.
 *
 * Owns: the profile's folder, file by file; leaving something there on purpose.
 * Not here: what the extension remembers while it runs (extension-memory.ts).
 * Stands on: Chromium
 */
export class ProfileOnDisk {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Leaves `texts` where a page could have left them: the search must find each. */
  static async leave(browser: BrowserContext, page: Page, texts: { readonly local: string; readonly session: string }) {
    const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
    await worker.evaluate(async (text) => {
      await (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set({ control: text });
    }, texts.local);
    await page.evaluate((text) => sessionStorage.setItem('control', text), texts.session);
  }

  /** The files that hold the text, by their place in the profile. */
  traces(text: string): readonly string[] {
    const bytes = Buffer.from(text);
    const middle = (encoding: 'base64' | 'base64url') =>
      bytes.subarray(0, -(bytes.length % 3) || undefined).toString(encoding);
    const forms = [bytes, Buffer.from(text, 'utf16le'), bytes.toString('hex'), middle('base64'), middle('base64url')];
    return this.#files().filter((file) => {
      const content = readFileSync(join(this.#folder, file));
      return forms.some((form) => content.includes(form));
    });
  }

  #files(): readonly string[] {
    return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.#folder, join(entry.parentPath, entry.name)));
  }
}
