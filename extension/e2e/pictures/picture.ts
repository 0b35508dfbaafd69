import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../practice/places.ts';

/** How a page is looked at. `narrow` is a telephone or half a window, `pseudo` words a third longer and from right to left. */
export const looks = ['light', 'dark', 'narrow', 'pseudo', 'forced'] as const;
export type Look = (typeof looks)[number];

export const folder = join(root, 'docs', 'screenshots');
export const fileOf = (name: string, look: Look): string => `${name}-${look}.webp`;

/** The browser's answer to a page that asks how it is looked at. */
export async function lookAt(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    forcedColors: look === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
}

/** Taller pages are cut: what is below says nothing more about the look. */
const tallest = 1600;
/** A wide page is still read at this size, and weighs two thirds. */
const wideScale = (width: number): number => (width > 700 ? 0.8 : 1);

/** Takes a picture as small as a picture with words in it can be. Of a page of ours all of it, of another's what is in the window. */
export async function takePicture(
  page: Page,
  file: string,
  extent: 'page' | 'window' = 'page',
  scale?: number,
): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  const session = await page.context().newCDPSession(page);
  const { cssContentSize, cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
  const width = cssLayoutViewport.clientWidth;
  const height =
    extent === 'window' ? cssLayoutViewport.clientHeight : Math.min(tallest, Math.ceil(cssContentSize.height));
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
    ...(extent === 'window'
      ? {}
      : { captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: scale ?? wideScale(width) } }),
  });
  await session.detach();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), Buffer.from(data, 'base64'));
  console.log(file);
}
