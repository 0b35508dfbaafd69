import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { extensionPage } from '../../practice/stage/browser.ts';
import { toolbarKeys } from '../stage/preferences.ts';
import type { RealScreen } from '../stage/real-screen.ts';

/**
 * The popup as a press on the toolbar opens it, over the page in front: no tab, so it is looked at from another page of the
 * extension, and pressed on the screen.
 *
 * Owns: opening it by a real key, what it says, real presses on its buttons.
 * Not here: the popup as a tab (popup-page.ts).
 * Stands on: extension/src/checklist
 */
export class PopupOnScreen {
  readonly #screen: RealScreen;
  readonly #beside: Page;
  private constructor(screen: RealScreen, beside: Page) {
    this.#screen = screen;
    this.#beside = beside;
  }

  static async open(screen: RealScreen, browser: BrowserContext, over: Page): Promise<PopupOnScreen> {
    const beside = await browser.newPage();
    await beside.goto(extensionPage('options.html'));
    await over.bringToFront();
    screen.key(toolbarKeys.toLowerCase());
    return new PopupOnScreen(screen, beside);
  }

  text(): Promise<string> {
    return this.#beside.evaluate(() => {
      const [view] = (globalThis as unknown as { chrome: Chrome }).chrome.extension.getViews({ type: 'popup' });
      return view?.document.body.innerText ?? '';
    });
  }

  async press(name: string): Promise<void> {
    let at: readonly [number, number] | undefined;
    const find = async () => (at = await this.#beside.evaluate(placeOf, name));
    await expect.poll(find, { timeout: 15_000 }).toBeDefined();
    if (at !== undefined) this.#screen.click(...at);
  }

  close(): Promise<void> {
    return this.#beside.close();
  }
}

/** Where the middle of a button stands on the screen. */
function placeOf(name: string): readonly [number, number] | undefined {
  const [view] = (globalThis as unknown as { chrome: Chrome }).chrome.extension.getViews({ type: 'popup' });
  const button = [...(view?.document.querySelectorAll('button') ?? [])].find((one) => one.innerText.trim() === name);
  if (view === undefined || button === undefined) return undefined;
  const { left, top, width, height } = button.getBoundingClientRect();
  return [view.screenX + left + width / 2, view.screenY + top + height / 2];
}

interface Chrome {
  readonly extension: { getViews(what: { readonly type: 'popup' }): readonly Window[] };
}
