import type { Page } from 'playwright-core';
import type { FakeApi } from '../fake-api/fake-api.ts';
import type { ExtensionBrowser } from '../pages/extension-browser.ts';
import type { Stage } from './stages.ts';

/** Somebody at a page of a stage, before anything is pressed there. */
export interface Arrival {
  readonly stage: Stage;
  readonly page: Page;
  /** The calls of the page that are not answered yet. */
  readonly waiting: ReadonlySet<unknown>;
  /** What was downloaded. */
  readonly files: readonly unknown[];
}

/** Opens the page of a stage, in its state, and does there what is to be done first. */
export async function arrive(browser: ExtensionBrowser, api: FakeApi, stage: Stage): Promise<Arrival> {
  api.state = stage.state();
  await browser.signIn(api);
  if (stage.signedOut) await browser.forgetSession();
  // A guide that another stage has left open would go on asking beside what is pressed here.
  await browser.remember('local', { 'active-guide': null, 'guide-check': null, ...stage.remembered?.(api.state) });
  const { place, lost } = stage;
  if (lost !== undefined)
    await browser.context.route(`${api.origin}${lost}`, async (route) => {
      api.calls.push(`${route.request().method()} ${lost}`);
      await api.held;
      await route.abort();
    });
  const page = await (isOurs(place) ? browser.openPage(place) : browser.openAddress(place));
  const waiting = waitingOf(page, api);
  const files: unknown[] = [];
  page.on('download', (file) => files.push(file));
  await page.locator(stage.part).first().waitFor();
  await settled(page, waiting, api);
  await stage.prepare?.(page);
  await settled(page, waiting, api);
  return { stage, page, waiting, files };
}

const isOurs = (place: Stage['place']): place is Exclude<Stage['place'], `https://${string}`> =>
  !place.startsWith('https://');

/** All tabs but the first are closed, and the network is whole again. */
export async function leave(browser: ExtensionBrowser, api: FakeApi, { lost }: Stage): Promise<void> {
  if (lost !== undefined) await browser.context.unroute(`${api.origin}${lost}`);
  for (const page of browser.context.pages().slice(1)) await page.close();
}

/** The calls of a page that are not answered yet. */
export function waitingOf(page: Page, api: FakeApi): ReadonlySet<unknown> {
  const waiting = new Set<unknown>();
  page.on('request', (request) => {
    if (request.url().startsWith(api.origin) && !request.url().includes('/changes')) waiting.add(request);
  });
  page.on('requestfinished', (request) => waiting.delete(request));
  page.on('requestfailed', (request) => waiting.delete(request));
  return waiting;
}

/** Two frames and a moment in which the page has nothing to do, and no answer that is still waited for, by the page or by the worker. */
export async function settled(page: Page, waiting: ReadonlySet<unknown>, api: FakeApi): Promise<void> {
  for (let calm = 0; calm < 2 && !page.isClosed(); calm = waiting.size + api.waiting === 0 ? calm + 1 : 0)
    // oxlint-disable-next-line no-await-in-loop -- frame after frame
    await page
      .evaluate(async () => {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        // What is drawn may ask for more once it is seen.
        await new Promise((idle) => requestIdleCallback(idle, { timeout: 500 }));
      })
      .catch(() => undefined);
}
