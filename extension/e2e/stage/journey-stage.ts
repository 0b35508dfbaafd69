import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { startApi, type Api } from '../../practice/stage/api.ts';
import type { BrowserSettings } from '../../practice/stage/browser.ts';
import { administratorOf, operatorOf } from '../../practice/stage/situation.ts';
import { setStage, type Stage } from '../../practice/stage/stage.ts';
import { extensionId } from '../../src/extension-id.ts';
import { OptionsPage } from '../pages/options-page.ts';
import { Oracle } from './oracle.ts';
import { makePreferences } from './preferences.ts';

type Looks = Pick<BrowserSettings, 'colorScheme' | 'viewport'>;
type Settings = Partial<Omit<BrowserSettings, 'folder' | 'tenant'>>;

const movedClock = fileURLToPath(new URL('moved-clock.mjs', import.meta.url));

/**
 * A stage of a journey's own: an API on a free port, a practice tenant, and as many browsers as there are people. Everything
 * lies in a temporary folder, and is gone afterwards.
 */
export class JourneyStage {
  readonly stage: Stage;
  readonly oracle: Oracle;
  readonly folder: string;
  readonly #port: number;
  readonly #clockFile: string;
  #api: Api;
  #ahead = 0;

  private constructor(stage: Stage, folder: string, port: number) {
    this.stage = stage;
    this.oracle = new Oracle(stage.tenant.oracle);
    this.folder = folder;
    this.#port = port;
    this.#clockFile = clockFileIn(folder);
    this.#api = stage.api;
  }

  static async open(situation = 'contoso-happy'): Promise<JourneyStage> {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-journey-'));
    const port = await freePort();
    writeFileSync(clockFileIn(folder), '0');
    const stage = await setStage({ folder, port, situation, seed: 7, environment: environmentOf(folder) });
    return new JourneyStage(stage, folder, port);
  }

  get origin(): string {
    return this.stage.api.origin;
  }
  get situation() {
    return this.stage.tenant.situation;
  }
  get administrator() {
    return administratorOf(this.situation);
  }
  get operator() {
    return operatorOf(this.situation);
  }
  /** Somebody of the provider who has no role in Latchkey. */
  get withoutRole() {
    const person = this.situation.provider.operators.find(({ roles }) => roles.length === 0);
    if (person === undefined) throw new Error('Everybody at the provider has a role.');
    return person;
  }

  /** The browser of an operator: it has the extension, and was told where the API is, on the extension's settings page. */
  async openOperator(name = 'operator', looks: Looks = {}): Promise<BrowserContext> {
    const browser = await this.#open(name, looks);
    const [page = await browser.newPage()] = browser.pages();
    await OptionsPage.tellAddress(page, this.origin);
    return browser;
  }

  /** The browser of somebody who has never heard of us. */
  openStranger(name: string, looks: Looks = {}): Promise<BrowserContext> {
    return this.#open(name, { withExtension: false, ...looks });
  }

  /** The browser of an administrator who has the extension and never told it anything, on a real screen, with a key for its button. */
  openGuest(name: string, display: string): Promise<BrowserContext> {
    makePreferences(join(this.folder, name, 'profile'));
    return this.#open(name, { headless: false, display });
  }

  /** Whoever waits longer than this waits in vain, however busy the machine is. */
  async #open(name: string, settings: Settings): Promise<BrowserContext> {
    const browser = await this.stage.open(name, { headless: true, ...settings });
    browser.setDefaultTimeout(60_000);
    return browser;
  }

  /** Moves the clocks of the API and of Microsoft's side ahead. Browsers have clocks of their own. */
  async moveClock(ms: number): Promise<void> {
    this.#ahead += ms;
    writeFileSync(this.#clockFile, String(this.#ahead));
    await this.oracle.fault({ moveClock: ms / 1000 });
  }

  async stopApi(): Promise<void> {
    await this.#api.child.stop();
  }

  /** Comes up again at the same address, over the same data; with another environment, if one is given. */
  async startApi(more: Readonly<Record<string, string>> = {}): Promise<void> {
    const environment = { ...environmentOf(this.folder), ...more };
    this.#api = await startApi(this.folder, this.#port, this.stage.tenant, extensionId, environment);
  }

  async close(): Promise<void> {
    await this.stage.close();
    await this.#api.child.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const clockFileIn = (folder: string): string => join(folder, 'clock');

const environmentOf = (folder: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=${movedClock}`,
  LATCHKEY_JOURNEY_CLOCK: clockFileIn(folder),
});

/** Asks the system for one; another program could take it before we do, and then the start says so. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
