import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { extensionId } from '../../src/extension-id.ts';
import { places } from '../places.ts';
import { Stop } from '../stop.ts';
import type { PracticeTenant } from './practice-tenant.ts';

export interface BrowserSettings {
  readonly folder: string;
  readonly tenant: PracticeTenant;
  readonly headless: boolean;
  /** Without it the profile is one of a customer's admin, who has never heard of us. */
  readonly withExtension?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  /** The number of the screen to appear on, where it is not the one that this process is on. */
  readonly display?: string;
}

/**
 * A Chromium with a profile of its own, in which Microsoft's real host names lead to the practice tenant, and nothing else
 * leads anywhere: the very same production build with its real match patterns is what runs. Its certificate is known by its
 * key, so certificate errors of anybody else are still errors.
 */
export async function openBrowser({
  folder,
  tenant,
  headless,
  withExtension = true,
  colorScheme,
  viewport,
  display,
}: BrowserSettings): Promise<BrowserContext> {
  const profile = join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless,
    ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } as Record<string, string> }),
    // Playwright would close the browser and end this process at once, and leave the API and the practice tenant behind.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    viewport: headless ? (viewport ?? { width: 1280, height: 900 }) : null,
    ...(colorScheme === undefined ? {} : { colorScheme }),
    args: [...browserArguments(tenant, withExtension)],
    // Playwright's own `--disable-extensions` would win over what stands above.
    ...(withExtension ? { ignoreDefaultArgs: ['--disable-extensions'] } : {}),
  });
  if (withExtension) await extensionIsThere(context);
  return context;
}

/** The browser to start; says what to do when none is named. */
export function browserPath(): string {
  const path = process.env['LATCHKEY_BROWSER'];
  if (path === undefined || path === '')
    throw new Stop('No browser is named in LATCHKEY_BROWSER: start with npm start, which finds one.');
  return path;
}

/** What a browser is started with to meet the practice tenant and nobody else. */
export const browserArguments = (tenant: PracticeTenant, withExtension: boolean): readonly string[] => [
  ...hostArguments(tenant),
  ...(withExtension ? extensionArguments() : []),
  ...quiet,
];

const hostArguments = ({ hosts, tlsPort, spki }: PracticeTenant): readonly string[] => [
  `--host-resolver-rules=${[...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${tlsPort}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(',')}`,
  `--ignore-certificate-errors-spki-list=${spki}`,
];

const extensionArguments = (): readonly string[] => [
  `--disable-extensions-except=${places.extension}`,
  `--load-extension=${places.extension}`,
];

/** No traffic of the browser's own: it has nowhere to go. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

async function extensionIsThere(context: BrowserContext): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  if (id !== extensionId) throw new Error(`The extension came up as ${id} and not as ${extensionId}.`);
}

/** The address of one of the extension's own pages. */
export const extensionPage = (page: string): string => `chrome-extension://${extensionId}/${page}`;
