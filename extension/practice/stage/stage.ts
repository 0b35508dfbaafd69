import { mkdirSync } from 'node:fs';
import type { BrowserContext } from 'playwright-core';
import { extensionId } from '../../src/extension-id.ts';
import type { Blades, Lie } from '../options.ts';
import { startApi, type Api } from './api.ts';
import { openBrowser, type BrowserSettings } from './browser.ts';
import { startPracticeTenant, type PracticeTenant } from './practice-tenant.ts';

export interface StageSettings {
  readonly folder: string;
  readonly port: number;
  readonly situation: string;
  readonly seed: number;
  readonly lie?: Lie | undefined;
  readonly blades?: Blades;
  /** More of the API's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Everything that has to run before a person, or a walk, can do anything. */
export interface Stage {
  readonly tenant: PracticeTenant;
  readonly api: Api;
  /** Opens a browser with a profile of its own in a folder below the stage's. */
  open(name: string, settings: Omit<BrowserSettings, 'folder' | 'tenant'>): Promise<BrowserContext>;
  /** Ends everything that was started, in the order in which nobody misses anybody. */
  close(): Promise<void>;
}

export async function setStage(settings: StageSettings): Promise<Stage> {
  const { folder, port, situation, seed, lie, blades = 'framed', environment } = settings;
  mkdirSync(folder, { recursive: true });
  const apiOrigin = `http://127.0.0.1:${port}`;
  const tenant = await startPracticeTenant({ folder, situation, seed, lie, blades, apiOrigin, extensionId });
  const browsers: BrowserContext[] = [];
  const api = await startApi(folder, port, tenant, extensionId, environment).catch(async (error: unknown) => {
    await tenant.child.stop();
    throw error;
  });
  return {
    tenant,
    api,
    async open(name, settings) {
      const browser = await openBrowser({ ...settings, tenant, folder: `${folder}/${name}` });
      browsers.push(browser);
      return browser;
    },
    async close() {
      await Promise.allSettled(browsers.map((browser) => browser.close()));
      await api.child.stop();
      await tenant.child.stop();
    },
  };
}
