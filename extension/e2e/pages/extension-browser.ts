import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { places } from '../../practice/places.ts';
import { extensionId } from '../../src/extension-id.ts';
import { sessionView } from '../fake-api/answers.ts';
import type { FakeApi } from '../fake-api/fake-api.ts';
import { allowOrigin } from '../stage/allow-origin.ts';
import { makePreferences } from '../stage/preferences.ts';

const { extension: build } = places;

interface Looks {
  readonly colorScheme?: 'light' | 'dark';
  /** An origin on which the extension may work, as if somebody had allowed it in its settings. */
  readonly allowed?: string;
  readonly width?: number;
  readonly height?: number;
  /** The number of a real screen; headless without one. */
  readonly display?: string;
}

/**
 * A Chromium with the built extension, which speaks to an API of samples.
 *
 * Owns: the profile, what the extension remembers at the start, complaints of its pages.
 * Not here: the practice tenant (practice/stage), signing in at Microsoft.
 * Stands on: extension/.output/chrome-mv3
 */
export class ExtensionBrowser {
  readonly context: BrowserContext;
  /** What the pages' consoles complained of: broken policies, exceptions. */
  readonly complaints: string[] = [];
  readonly #profile: string;
  readonly #looks: Looks;

  private constructor(context: BrowserContext, profile: string, looks: Looks) {
    this.context = context;
    this.#profile = profile;
    this.#looks = looks;
    context.on('console', (message) => {
      // That an API is not there, or refuses, is what some of these pages are about.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    context.on('weberror', (error) => this.complaints.push(error.error().message));
  }

  static async open(looks: Looks = {}): Promise<ExtensionBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'latchkey-pages-'));
    makePreferences(profile);
    const browser = await ExtensionBrowser.#start(profile, looks);
    if (looks.allowed === undefined) return browser;
    // The browser's own question can be answered between two starts only.
    if (browser.context.serviceWorkers().length === 0) await browser.context.waitForEvent('serviceworker');
    await browser.context.close();
    allowOrigin(profile, looks.allowed);
    return ExtensionBrowser.#start(profile, looks);
  }

  static async #start(profile: string, looks: Looks): Promise<ExtensionBrowser> {
    const { colorScheme = 'light', width = 1280, height = 900, display } = looks;
    const executablePath = process.env['LATCHKEY_BROWSER'];
    if (executablePath === undefined) throw new Error('LATCHKEY_BROWSER names no browser: npm run journeys finds one');
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: display === undefined,
      ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } as Record<string, string> }),
      colorScheme,
      viewport: display === undefined ? { width, height } : null,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        `--disable-extensions-except=${build}`,
        `--load-extension=${build}`,
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(display === undefined ? [] : ['--window-position=0,0', `--window-size=${width},${height}`]),
      ],
    });
    return new ExtensionBrowser(context, profile, looks);
  }

  /** The browser is closed and started again, by the same person. */
  async startAgain(): Promise<ExtensionBrowser> {
    await this.context.close();
    return ExtensionBrowser.#start(this.#profile, this.#looks);
  }

  /** As an update does: the worker and what is kept in memory are gone, and open pages hold what the old version has left. */
  async reloadExtension(): Promise<void> {
    const old = this.context.serviceWorkers()[0];
    const next = this.context.waitForEvent('serviceworker');
    await old?.evaluate(() => (globalThis as unknown as { chrome: Chrome }).chrome.runtime.reload());
    await next;
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  /** The extension remembers nothing any more, as when it was installed. */
  async forgetAll(): Promise<void> {
    const forget = async (): Promise<boolean> => {
      const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
      await Promise.all([storage.local.clear(), storage.session.clear()]);
      return true;
    };
    const [worker] = this.context.serviceWorkers();
    if (await worker?.evaluate(forget).catch(() => false)) return;
    // A test has left the worker dead, and only something that happens wakes it.
    await (await this.openPage('options.html')).evaluate(forget);
  }

  /** Puts something into what the extension remembers, from where only the extension itself can. */
  async remember(area: 'local' | 'session', values: Readonly<Record<string, unknown>>): Promise<void> {
    const worker = this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
    await worker.evaluate(
      ([where, what]) => {
        const { chrome } = globalThis as unknown as { chrome: Chrome };
        return chrome.storage[where].set(what);
      },
      [area, values] as const,
    );
  }

  /** The session that a person would have after signing in. */
  async signIn(api: FakeApi): Promise<void> {
    await this.remember('local', { 'api-origin': api.origin });
    const kept = { session: api.session, origin: api.origin, view: sessionView(api.state) };
    await this.remember('session', { 'api-session': kept });
  }

  /** Nobody is signed in any more. */
  async forgetSession(): Promise<void> {
    await this.remember('session', { 'api-session': null });
  }

  async openPage(page: `${'popup' | 'sidepanel' | 'console' | 'options' | 'sign-in'}.html${string}`): Promise<Page> {
    return this.openAddress(`chrome-extension://${extensionId}/${page}`);
  }

  async openAddress(address: string): Promise<Page> {
    const opened = await this.context.newPage();
    await opened.goto(address);
    return opened;
  }
}

interface Chrome {
  readonly runtime: { reload(): void };
  readonly storage: Readonly<
    Record<'local' | 'session', { set(values: object): Promise<void>; clear(): Promise<void> }>
  >;
}
