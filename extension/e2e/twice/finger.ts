import type { Locator, Page } from 'playwright-core';
import type { FakeApi } from '../fake-api/fake-api.ts';
import { endpointAt } from '../fake-api/reply.ts';
import type { ExtensionBrowser } from '../pages/extension-browser.ts';
import type { Stage } from './stages.ts';

/** A button as the accessibility tree has it. */
export interface Found {
  readonly role: 'button' | 'tab';
  readonly name: string;
  readonly off: boolean;
  /** Open or closed, pressed or not. */
  readonly marks: string;
}

/** What presses came to: calls that change something, by endpoint, and what the browser opened. */
export interface Pressed {
  readonly made: string;
  /** Buttons that were not there before, at the same place. */
  readonly behind: readonly Found[];
}

/** The buttons on show; while a dialog is open, those of the dialog. */
async function buttonsOn(page: Page, part: string): Promise<readonly Found[]> {
  const dialog = page.locator('dialog[open]');
  const tree = await ((await dialog.count()) > 0 ? dialog : page.locator(part).first()).ariaSnapshot();
  // A line with a colon in it stands in quotes.
  return [...tree.matchAll(/- '?(button|tab) "((?:[^"\\]|\\.)*)"([^\n]*)/g)].map(([, role, name = '', marks = '']) => ({
    role: role === 'tab' ? 'tab' : 'button',
    name: (JSON.parse(`"${name}"`) as string).replaceAll("''", "'"),
    off: marks.includes('[disabled]'),
    marks: marks.replace(/\W+$/, ''),
  }));
}

const buttonOf = (page: Page, part: string, { role, name }: Found): Locator =>
  page.locator(`dialog[open], ${part}`).getByRole(role, { name, exact: true }).first();

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

/** Two frames, and no answer that is still waited for. */
export async function settled(page: Page, waiting: ReadonlySet<unknown>): Promise<void> {
  for (let calm = 0; calm < 2 && !page.isClosed(); calm = waiting.size === 0 ? calm + 1 : 0)
    // oxlint-disable-next-line no-await-in-loop -- frame after frame
    await page
      .evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      .catch(() => undefined);
}

/**
 * Presses one button of a stage, behind those that lead to it, as an impatient person does.
 *
 * Owns: a page of its own, the count of what came of it.
 * Not here: what should come of it (pressed-twice.md).
 */
export async function pressOn(
  browser: ExtensionBrowser,
  api: FakeApi,
  stage: Stage,
  path: readonly Found[],
  expected: string | undefined,
): Promise<Pressed> {
  api.state = stage.state();
  await browser.signIn(api);
  if (stage.signedOut) await browser.forgetSession();
  const page = await browser.openPage(stage.place);
  const waiting = waitingOf(page, api);
  const files: unknown[] = [];
  page.on('download', (file) => files.push(file));
  await page.locator(stage.part).first().waitFor();
  await settled(page, waiting);
  await stage.prepare?.(page);
  for (const before of path.slice(0, -1)) {
    await buttonOf(page, stage.part, before).click();
    await settled(page, waiting);
  }
  const last = path.at(-1);
  const seen = await buttonsOn(page, stage.part);
  if (last === undefined) return await closed(browser, { made: '', behind: seen });
  const calls = api.calls.length;
  const address = page.url();
  const tabs = browser.context.pages().length;
  await stage.ready?.[last.name]?.(page);
  await pressTwice(page, api, waiting, buttonOf(page, stage.part, last));
  const known = new Set([...seen, ...path].map(({ name }) => name));
  const tell = async (): Promise<Pressed> => {
    await settled(page, waiting);
    const gone = page.isClosed();
    const moved = gone || page.url() !== address;
    const now = moved ? [] : await buttonsOn(page, stage.part);
    const opened = browser.context.pages().length + (gone ? 1 : 0) - tabs;
    const made = [
      ...api.calls.slice(calls).flatMap(effectOf),
      ...Array.from({ length: opened }, () => 'a tab'),
      ...files.map(() => 'a file'),
      ...(moved && !gone ? ['another page'] : []),
    ];
    const isOther = !moved && JSON.stringify(now) !== JSON.stringify(seen);
    return {
      made: made.join(', ') || (isOther ? 'other buttons' : 'nothing'),
      behind: now.filter(({ name }) => !known.has(name)),
    };
  };
  let pressed = await tell();
  // The browser opens a tab when it finds the time. Whatever came too much is not taken back by waiting.
  const patience = AbortSignal.timeout(10_000);
  // oxlint-disable-next-line no-await-in-loop -- until it is as it should be
  while (expected !== undefined && pressed.made !== expected && !patience.aborted) pressed = await tell();
  return closed(browser, pressed);
}

/** Twice while it is under way, and the second half of a double click once more when all of it is done. */
async function pressTwice(page: Page, api: FakeApi, waiting: ReadonlySet<unknown>, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) throw new Error('The button is nowhere on the page.');
  const { mouse } = page;
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const press = async (clickCount: number) => {
    if (page.isClosed()) return;
    await mouse.down({ clickCount });
    if (!page.isClosed()) await mouse.up({ clickCount });
  };
  let letGo = (): void => undefined;
  api.held = new Promise((resolve) => (letGo = resolve));
  const before = api.calls.length;
  await press(1);
  if (waiting.size > 0 || api.calls.length > before) await press(1);
  await press(2);
  letGo();
  api.held = null;
  await settled(page, waiting);
  await press(2).catch(() => undefined);
}

/** The endpoint of a call that changes something. */
function effectOf(call: string): readonly string[] {
  const [method = '', address = ''] = call.split(' ');
  if (method === 'GET') return [];
  const [name] = endpointAt(method, new URL(address, 'http://x').pathname);
  return [name ?? call];
}

async function closed(browser: ExtensionBrowser, pressed: Pressed): Promise<Pressed> {
  for (const page of browser.context.pages().slice(1)) await page.close();
  return pressed;
}
