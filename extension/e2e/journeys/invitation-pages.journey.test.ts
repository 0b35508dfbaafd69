import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOpenInLightAndDark, violations } from '../pages/every-page.ts';
import { Gallery } from '../pages/gallery.ts';
import { allOr } from '../stage/thorough.ts';

/** One page for each layout there is; what differs within one is words, which are tested without a browser. */
const layouts = [
  'landing',
  'landing-code-unknown',
  'invitation-after-declined',
  'leaving-authorize',
  'proved-at-risk',
  'box-not-ticked',
  'settling',
  'not-proved-conditional_access',
  'wrong-tenant',
  'pasted-told',
  'pasted-refused',
  'not-allowed-53003',
  'ending-microsoft_unreachable',
] as const;

let gallery: Gallery;
let browser: Browser;

beforeAll(async () => {
  gallery = await Gallery.open();
  const executablePath = process.env['LATCHKEY_BROWSER'];
  if (executablePath === undefined) throw new Error('LATCHKEY_BROWSER names no browser: npm run journeys finds one');
  browser = await chromium.launch({ executablePath });
});

afterAll(async () => {
  await browser?.close();
  gallery?.close();
});

/** A browser of its own for `walk`; what its console complains of comes back, a broken Content-Security-Policy included. */
async function inBrowser(
  settings: BrowserContextOptions,
  walk: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, ...settings });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // An answer that is a refusal is what some of these pages are about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // The way to Microsoft is taken at once; here nobody is at its end, and the page stays to be looked at.
  await page.route('https://login.microsoftonline.com/**', (route) => route.fulfill({ status: 204 }));
  await walk(page);
  await context.close();
  return complaints;
}

test('each layout is open to everybody, in light and in dark', async () => {
  const complaints = await inBrowser({}, async (page) => {
    for (const name of layouts) {
      await page.goto(gallery.page(name));
      await isOpenInLightAndDark(page, name);
    }
  });
  expect(complaints).toEqual([]);
});

test('a planted violation is found', async () => {
  await inBrowser({}, async (page) => {
    await page.goto(gallery.page('landing-code-unknown'));
    await page.locator('label').evaluate((label) => label.remove());
    expect((await violations(page)).map((found) => found.split(':')[0])).toContain('label');
  });
});

test('no page is wider than 320 px, in German or in words a third longer and right to left, and each control is 44 px high', async () => {
  const names = allOr(await gallery.names(), layouts);
  await inBrowser({ viewport: { width: 320, height: 640 } }, async (page) => {
    for (const [language, name] of (['pseudo', 'de'] as const).flatMap((one) =>
      names.map((of) => [one, of] as const),
    )) {
      await page.goto(gallery.page(name, language));
      const seen = await page.evaluate(() => ({
        tooWide: document.documentElement.scrollWidth > innerWidth,
        tooLow: [...document.querySelectorAll('button, input, a.lk-btn')].filter(
          (control) => control.checkVisibility() && control.getBoundingClientRect().height < 44,
        ).length,
      }));
      expect({ language, name, ...seen }).toEqual({ language, name, tooWide: false, tooLow: 0 });
    }
  });
});

test('times are written in the reader’s zone, and the zone is said', async () => {
  await inBrowser({ timezoneId: 'Asia/Tokyo' }, async (page) => {
    await page.goto(gallery.page('invitation'));
    expect(await page.getByRole('time').first().textContent()).toBe('7 December 2026 at 23:28 GMT+9');
  });
  await inBrowser({ javaScriptEnabled: false, timezoneId: 'Asia/Tokyo' }, async (page) => {
    await page.goto(gallery.page('invitation'));
    expect(await page.locator('time').first().textContent()).toBe('7 December 2026 at 14:28 UTC');
  });
});

test('Start is reached by the keyboard alone', async () => {
  await inBrowser({}, async (page) => {
    await page.goto(gallery.page('invitation'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Start');
  });
});

describe('the link', () => {
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });

  test('leads to the invitation and leaves its token in no address', async () => {
    const complaints = await inBrowser({}, async (page) => {
      const posted = page.waitForRequest((request) => request.url().endsWith('/i/open'));
      await page.goto(`${gallery.origin}/i#a-good-token`);
      await page.waitForURL('**/i/invitation');
      expect((await posted).postDataJSON()).toEqual({ token: 'a-good-token' });
      expect((await posted).headers()['referer']).toBeUndefined();
      await page.goBack().catch(() => null);
      expect(page.url()).not.toContain('a-good-token');
    });
    expect(complaints).toEqual([]);
  });

  test.each([
    ['', 'This link arrived incomplete'],
    ['#unknown', 'This link is not known here'],
    ['#t.unknown', 'This start address is used up or too old'],
    ['#throttled', 'Too many tries in a short time'],
    ['#down', 'Your invitation was not reached'],
  ])('/i%s says "%s"', async (fragment, title) => {
    const complaints = await inBrowser({}, async (page) => {
      await page.goto(`${gallery.origin}/i${fragment}`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await heading(page).count()).toBe(1);
      expect(await page.title()).toBe(title);
      // One page, whatever it says: in short it is looked at once.
      if (allOr([fragment], ['']).includes(fragment)) expect(await violations(page)).toEqual([]);
    });
    expect(complaints).toEqual([]);
  });

  test('that was cut on the way can be pasted again into the same tab', async () => {
    await inBrowser({}, async (page) => {
      await page.goto(`${gallery.origin}/i`);
      await page.getByRole('heading', { name: 'This link arrived incomplete' }).waitFor();
      await page.goto(`${gallery.origin}/i#a-good-token`);
      await page.waitForURL('**/i/invitation');
    });
  });

  test('without script is replaced by the typed code', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${gallery.origin}/i#a-good-token`);
      expect(await page.locator('noscript p').isVisible()).toBe(true);
      expect(await page.getByLabel('Code from the message').isVisible()).toBe(true);
      expect(await heading(page).count()).toBe(1);
    });
  });

  test('whose script never arrives leaves the typed code', async () => {
    await inBrowser({}, async (page) => {
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(`${gallery.origin}/i#a-good-token`);
      expect(await page.getByLabel('Code from the message').isVisible()).toBe(true);
      expect(await heading(page).count()).toBe(1);
    });
  });
});
