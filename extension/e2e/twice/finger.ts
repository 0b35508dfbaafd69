import { endpoints } from '@latchkey/shared/api/endpoints';
import type { Locator, Page } from 'playwright-core';
import type { FakeApi } from '../fake-api/fake-api.ts';
import { endpointAt } from '../fake-api/reply.ts';
import type { ExtensionBrowser } from '../pages/extension-browser.ts';
import { settled, type Arrival } from './arrival.ts';

/** A button, a tab or a link as the accessibility tree has it. */
export interface Found {
  readonly role: 'button' | 'tab' | 'link';
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

/** The buttons and links on show; while a dialog is open, those of the dialog. */
export async function buttonsOn(page: Page, part: string): Promise<readonly Found[]> {
  const dialog = page.locator('dialog[open]');
  // A card that was closed.
  if ((await page.locator(part).count()) === 0) return [];
  const tree = await ((await dialog.count()) > 0 ? dialog : page.locator(part).first()).ariaSnapshot();
  // A line with a colon in it stands in quotes.
  return [...tree.matchAll(/- '?(button|tab|link) "((?:[^"\\]|\\.)*)"([^\n]*)/g)].map(
    ([, role, name = '', marks = '']) => ({
      role: role as Found['role'],
      name: (JSON.parse(`"${name}"`) as string).replaceAll("''", "'"),
      off: marks.includes('[disabled]'),
      marks: marks.replace(/\W+$/, ''),
    }),
  );
}

const buttonOf = (page: Page, part: string, { role, name }: Found): Locator =>
  page.locator(`dialog[open], ${part}`).getByRole(role, { name, exact: true }).first();

/**
 * Presses one button of a stage, behind those that lead to it, as an impatient person does. A page that somebody has arrived at and
 * pressed nothing on is taken as it is.
 *
 * Owns: the count of what came of it.
 * Not here: how one gets to the page (arrival.ts), what should come of it (pressed-twice.md).
 */
export async function pressOn(
  browser: ExtensionBrowser,
  api: FakeApi,
  { stage, page, waiting, files }: Arrival,
  path: readonly Found[],
  expected: string | undefined,
): Promise<Pressed> {
  for (const before of path.slice(0, -1)) {
    await buttonOf(page, stage.part, before).click();
    await settled(page, waiting, api);
  }
  const last = path.at(-1);
  if (last === undefined) throw new Error('Nothing is pressed.');
  // What opens may have to be loaded first.
  await buttonOf(page, stage.part, last).waitFor();
  const seen = await buttonsOn(page, stage.part);
  const calls = api.calls.length;
  const address = page.url();
  const tabs = browser.context.pages().length;
  const place = await stage.where?.(page);
  await stage.ready?.[last.name]?.(page);
  await pressTwice(page, api, waiting, buttonOf(page, stage.part, last), stage.lost);
  const known = new Set([...seen, ...path].map(({ name }) => name));
  const tell = async (): Promise<Pressed> => {
    await settled(page, waiting, api);
    const gone = page.isClosed();
    const moved = gone || page.url() !== address;
    const now = moved ? [] : await buttonsOn(page, stage.part);
    const opened = browser.context.pages().length + (gone ? 1 : 0) - tabs;
    const made = [
      ...api.calls.slice(calls).flatMap((call) => effectOf(call, stage.lost, moved && !gone)),
      ...Array.from({ length: opened }, () => 'a tab'),
      ...files.map(() => 'a file'),
      ...(moved && !gone ? ['another page'] : []),
    ];
    const there = moved || now.length === 0 ? place : await stage.where?.(page);
    if (there !== place) made.push(`stands ${there}`);
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
  return pressed;
}

/** Twice while it is under way, and the second half of a double click once more when all of it is done. */
async function pressTwice(
  page: Page,
  api: FakeApi,
  waiting: ReadonlySet<unknown>,
  button: Locator,
  lost: string | undefined,
): Promise<void> {
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
  // Under way is what this press has asked for, and its answer is held; a page that only reads meanwhile is no reason to press.
  if (api.calls.slice(before).some((call) => effectOf(call, lost).length > 0)) await press(1);
  await press(2);
  letGo();
  api.held = null;
  await settled(page, waiting, api);
  await press(2).catch(() => undefined);
}

/** Reads although it posts what it reads for, and again whenever those words have rested for a moment: before a press, or after it. */
const readsByItself = 'previewMailTemplate';

/** The endpoint of a call that changes something, or that was asked for in vain. What another page reads as it opens is not the press's. */
function effectOf(call: string, lost: string | undefined, onAnotherPage = false): readonly string[] {
  const [method = '', address = ''] = call.split(' ');
  if (method === 'GET' && address !== lost) return [];
  const [name] = endpointAt(method, new URL(address, 'http://x').pathname);
  if (name === readsByItself) return [];
  if (onAnotherPage && name !== undefined && 'none' in endpoints[name].audit) return [];
  return [name ?? call];
}
