import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserPath } from '../../practice/stage/browser.ts';
import { keysOnly } from '../hands/keys-only.ts';

/* The keyboard hand notices what it is there to notice: each of these pages has one fault, and the first has none. */

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath() });
});
afterAll(() => browser?.close());

const style = '<style>:focus-visible { outline: 2px solid } .bare { outline: none }</style>';

/** Presses Done on a page of these lines. */
async function pressDone(body: string): Promise<Page> {
  const context = keysOnly(await browser.newContext());
  const page = await context.newPage();
  await page.setContent(`<!doctype html><title>A page</title>${style}${body}`);
  await page.getByRole('button', { name: 'Done' }).click();
  return page;
}

const done = `<button onclick="document.title = 'done'">Done</button>`;

test('past links, into a frame and back out of it, what is sound is passed and pressed', async () => {
  const page = await pressDone(
    `<a href="#x">A link</a><iframe title="Inside" srcdoc="<style>:focus { outline: 2px solid }</style><button>In here</button>"></iframe>${done}`,
  );
  expect(await page.title()).toBe('done');
  await page.getByRole('link', { name: 'A link' }).click();
  expect(page.url(), 'back again, the other way').toContain('#x');
  await page.context().close();
});

test.each([
  ['has no name', `<button><svg width="20" height="20"></svg></button>${done}`],
  ['does not show that it has the focus', `<button class="bare">Bare</button>${done}`],
  ['is not to be seen', `<button style="opacity: 0">Hidden</button>${done}`],
  ['is covered by something else', `<button>Below</button><div style="position:fixed;inset:0 0 50% 0;background:#fff"></div><div style="margin-top:90vh">${done}</div>`],
  ['the focus is caught on', `<button onkeydown="event.preventDefault()">Trap</button>${done}`],
  ['keys never reach', `<button>One</button><button>Two</button><button tabindex="-1">Done</button>`],
])('what %s stops it', async (fault, body) => {
  await expect(pressDone(body)).rejects.toThrow(fault);
}); // prettier-ignore

test('a control that takes itself away loses the focus, and that stops it', async () => {
  const page = await pressDone(`<button onclick="this.remove()">Done</button><button>Next</button>`);
  await expect(page.getByRole('button', { name: 'Next' }).click()).rejects.toThrow('the focus is lost after pressing');
  await page.context().close();
});

test.each(['hover', 'focus', 'dispatchEvent', 'evaluate'] as const)(
  '%s is nothing that a keyboard can do',
  async (act) => {
    const page = await pressDone(done);
    expect(() => (page.getByRole('button') as unknown as Record<string, () => unknown>)[act]?.()).toThrow('keyboard');
    await page.context().close();
  },
);
