import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { faultsOf, focusedOn, type Focused } from './stop.ts';

/**
 * A person at one page who has a keyboard and nothing else: goes from stop to stop by Tab and Shift+Tab, within groups by arrows, and
 * presses what has the focus. Each stop must be seen, named and marked; the focus must not get lost, and must not be caught.
 */
export class KeyboardHand {
  readonly #page: Page;
  /** The document in which something was pressed last: there the focus has to be somewhere. */
  #pressedIn: number | undefined;
  /** Every stop, by its description. */
  readonly stops: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Enter on whatever it is; a box is Space. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.goTo(target);
    await expect.poll(() => target.first().isEnabled(), { timeout: 15_000 }).toBe(true);
    this.#pressedIn = await this.#document();
    // A window may close at the press, before the key is let go.
    await this.#page.keyboard.press(key).catch((error: unknown) => {
      if (!this.#page.isClosed()) throw error;
    });
  }

  async check(target: Locator): Promise<void> {
    await this.goTo(target);
    if (!(await target.isChecked())) await this.#page.keyboard.press('Space');
    expect(await target.isChecked(), `${String(target)} is checked`).toBe(true);
  }

  /** Types over whatever stands there. */
  async type(target: Locator, text: string): Promise<void> {
    await this.goTo(target);
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.type(text);
    expect(await target.inputValue()).toBe(text);
  }

  /** Walks until the focus is on `target`; says where it came by if it never is. */
  async goTo(target: Locator): Promise<void> {
    await target.first().waitFor();
    await this.keepsFocus();
    let here = await focusedOn(this.#page);
    let first = here;
    const passed: string[] = [];
    let [rounds, between, key] = [0, 0, 'Tab'];
    while (!(here !== undefined && (await isAmong(here, target)))) {
      const last = here;
      key = (here === undefined ? undefined : await keyTowards(here, target)) ?? key;
      await this.#page.keyboard.press(key);
      here = await this.#arrived();
      between = here === undefined ? between + 1 : 0;
      if (between > 1) throw new Error(`the focus is lost behind ${passed.at(-1) ?? 'the start'}`);
      if (here === undefined) continue;
      if (last !== undefined && (await isSame(last, here)))
        throw new Error(`the focus is caught on ${await describe(here)}`);
      if (await isSame((first ??= here), here)) rounds += 1;
      if (rounds > 2) throw new Error(`keys never reach ${String(target)}: ${passed.join(' → ')}`);
      passed.push(await this.#stopAt(here));
    }
    if (passed.length === 0 && here !== undefined) await this.#stopAt(here);
  }

  /** Where the focus has come to. A frame of another site is another process, and hears of it a moment later. */
  async #arrived(): Promise<Focused | undefined> {
    const isThere = async () => (await focusedOn(this.#page)) !== undefined;
    await expect
      .poll(isThere, { timeout: 1_000, interval: 10 })
      .toBe(true)
      .catch(() => 'behind the last stop of a page the browser itself has it');
    return focusedOn(this.#page);
  }

  async #stopAt(here: Focused): Promise<string> {
    const name = await describe(here);
    const faults = await faultsOf(here);
    if (faults.length > 0) throw new Error(`${name} ${faults.join(', ')}`);
    this.stops.push(name);
    return name;
  }

  /** After a press the focus has to be somewhere, unless that led to another document. */
  async keepsFocus(): Promise<void> {
    const isLost = async () => {
      const isSameDocument = this.#pressedIn !== undefined && (await this.#document()) === this.#pressedIn;
      return isSameDocument && (await focusedOn(this.#page)) === undefined;
    };
    await expect
      .poll(isLost, { timeout: 5_000, message: `the focus is lost after pressing ${this.stops.at(-1) ?? ''}` })
      .toBe(false);
  }

  readonly #document = (): Promise<number> => this.#page.evaluate(() => performance.timeOrigin);
}

/** Arrows within a group that is one stop, else forwards or back to where the target stands; undefined when that is in another frame. */
async function keyTowards(here: Focused, target: Locator): Promise<string | undefined> {
  const goal = await elementIn(here, target);
  if (goal === undefined) return undefined;
  return here.element.evaluate((from, to) => {
    const group = '[role="tablist"], [role="menu"], [role="menubar"], [role="listbox"]';
    const isRadio = (one: Element): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === 'radio';
    const isBehind = (from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isRadio(from) && isRadio(to) && from.name === to.name) return isBehind ? 'ArrowDown' : 'ArrowUp';
    const around = from.closest(group);
    if (around === null || around !== to.closest(group)) return isBehind ? 'Tab' : 'Shift+Tab';
    const isUpright = around.getAttribute('aria-orientation') === 'vertical' || around.role === 'menu';
    if (isUpright) return isBehind ? 'ArrowDown' : 'ArrowUp';
    return isBehind === (getComputedStyle(around).direction === 'ltr') ? 'ArrowRight' : 'ArrowLeft';
  }, goal.element);
}

const isSame = async (one: Focused, other: Focused): Promise<boolean> =>
  one.frame === other.frame && (await other.element.evaluate((a, b) => a === b, one.element).catch(() => false));

/** The first of `target`, where it stands in the frame that has the focus. */
async function elementIn({ frame }: Focused, target: Locator): Promise<Focused | undefined> {
  for (const element of await target.elementHandles())
    if ((await element.ownerFrame()) === frame) return { frame, element: element as Focused['element'] };
  return undefined;
}

async function isAmong(here: Focused, target: Locator): Promise<boolean> {
  for (const element of await target.elementHandles())
    if (
      await isSame({ frame: (await element.ownerFrame()) ?? here.frame, element: element as Focused['element'] }, here)
    )
      return true;
  return false;
}

/** As a failure names it. */
const describe = ({ element }: Focused): Promise<string> =>
  element.evaluate((one) => {
    const words = one.getAttribute('aria-label') ?? one.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 40) ?? '';
    const label = (one as Partial<HTMLInputElement>).labels?.[0]?.textContent?.trim().slice(0, 40);
    return `${one.localName} “${label ?? words}”`;
  });
