import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { places } from '../../practice/places.ts';
import { extensionId } from '../../src/extension-id.ts';
import { sessionView } from '../fake-api/answers.ts';
import type { FakeApi } from '../fake-api/fake-api.ts';

const { extension: build } = places;

interface Looks {
  readonly colorScheme?: 'light' | 'dark';
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

  private constructor(context: BrowserContext, profile: string) {
    this.context = context;
    this.#profile = profile;
    context.on('console', (message) => {
      // That an API is not there, or refuses, is what some of these pages are about.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    context.on('weberror', (error) => this.complaints.push(error.error().message));
  }

  static async open({
    colorScheme = 'light',
    width = 1280,
    height = 900,
    display,
  }: Looks = {}): Promise<ExtensionBrowser> {
    const executablePath = process.env['LATCHKEY_BROWSER'];
    if (executablePath === undefined) throw new Error('LATCHKEY_BROWSER names no browser: npm run journeys finds one');
    const profile = mkdtempSync(join(tmpdir(), 'latchkey-pages-'));
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
    return new ExtensionBrowser(context, profile);
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.#profile, { recursive: true, force: true });
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
    const opened = await this.context.newPage();
    await opened.goto(`chrome-extension://${extensionId}/${page}`);
    return opened;
  }
}

interface Chrome {
  readonly storage: Readonly<Record<'local' | 'session', { set(values: object): Promise<void> }>>;
}
