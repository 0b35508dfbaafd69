import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { KeyboardHand } from './keyboard-hand.ts';

/** What only a mouse, a finger or a script can do, and what moves the focus without a key. */
const withoutKeys: ReadonlySet<PropertyKey> = new Set([
  'dblclick', 'hover', 'tap', 'dragTo', 'dragAndDrop', 'focus', 'blur', 'dispatchEvent', 'mouse', 'touchscreen', 'press',
  'pressSequentially', 'setChecked', 'uncheck', 'evaluate', 'evaluateHandle', 'evaluateAll', 'selectText', '$', '$$', '$eval',
]); // prettier-ignore

const hands = new WeakMap<Page, KeyboardHand>();
const masks = new WeakMap<object, object>();

/** The hand at a page, whether the page is masked or not. */
export function handAt(page: Page): KeyboardHand {
  const hand = hands.get(page) ?? new KeyboardHand(page);
  hands.set(page, hand);
  return hand;
}

/**
 * The same browser, in which page objects do with keys whatever they would click, check or fill, and can do nothing that keys
 * cannot. Going from tab to tab and typing an address is the browser's own, and stays.
 */
export const keysOnly = (browser: BrowserContext): BrowserContext => masked(browser);

type Act = (...given: never[]) => Promise<void>;

/** What a locator does by keys. */
function actsOf(target: Locator): Readonly<Record<string, Act>> {
  const hand = handAt(target.page());
  return {
    click: () => hand.press(target),
    check: () => hand.check(target),
    fill: (text: string) => hand.type(target, text),
  };
}

function masked<Thing extends object>(thing: Thing): Thing {
  const known = masks.get(thing);
  if (known !== undefined) return known as Thing;
  const mask = new Proxy(thing, {
    get(target, name) {
      if (withoutKeys.has(name)) throw new Error(`${String(name)} is nothing that a keyboard can do`);
      const act = isLocator(target) ? actsOf(target)[String(name)] : undefined;
      if (act !== undefined) return act;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]): unknown => maskedAnswer(Reflect.apply(value, target, given));
    },
  });
  masks.set(thing, mask);
  // Who is handed the mask finds the same hand.
  if (isPage(thing)) hands.set(mask as unknown as Page, handAt(thing));
  return mask;
}

function maskedAnswer(answer: unknown): unknown {
  if (answer instanceof Promise) return answer.then(maskedAnswer);
  if (Array.isArray(answer)) return answer.map(maskedAnswer);
  return isPage(answer) || isLocator(answer) || isFrameLocator(answer) ? masked(answer) : answer;
}

const has = (thing: unknown, ...names: readonly string[]): thing is object =>
  typeof thing === 'object' && thing !== null && names.every((name) => name in thing);

const isPage = (thing: unknown): thing is Page => has(thing, 'bringToFront', 'getByRole');
const isLocator = (thing: unknown): thing is Locator => has(thing, 'ariaSnapshot', 'elementHandles', 'getByRole');
const isFrameLocator = (thing: unknown): thing is FrameLocator => has(thing, 'owner', 'frameLocator', 'getByRole');
