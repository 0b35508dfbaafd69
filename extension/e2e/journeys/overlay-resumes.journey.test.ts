import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideWithGaps } from '../fake-api/guide-samples.ts';
import type { OverlayCard } from '../pages/overlay-card.ts';
import { OverlayStage } from '../stage/overlay-stage.ts';

/* The guide outlives the extension's own end: an update in its midst, or the end of the browser. Its place is known, its session is not. */

let stage: OverlayStage;
beforeAll(async () => {
  stage = await OverlayStage.open();
});
afterAll(() => stage?.close());

/** Whoever has to sign in again goes on where they were. */
async function resumes(overlay: OverlayCard): Promise<void> {
  await overlay.text('Nobody is signed in to Latchkey').waitFor();
  expect(await overlay.stepNow().count()).toBe(0);
  expect(await overlay.readableByThePage()).not.toContain('customer1.com');
  await stage.browser.signIn(stage.api);
  await overlay.text('3 of 5').waitFor();
  expect(await overlay.stepNow().textContent()).toBe('Grant admin consent');
  expect(await overlay.ringedText()).toBe('Grant admin consent for Contoso Ltd');
  expect(await overlay.host().count()).toBe(1);
}

const stepBefore = async (overlay: OverlayCard) =>
  expect(await overlay.stepNow().textContent()).toBe('Grant admin consent');

test('updated in mid-guide, what the old version has left on the page leaves it', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await stepBefore(overlay);
  await overlay.host().evaluate((host) => host.setAttribute('data-of', 'the old version'));
  await stage.browser.reloadExtension();
  await overlay.page.locator('latchkey-overlay[data-of]').waitFor({ state: 'detached' });
  await resumes(overlay);
});

test('updated in mid-guide, a page that is loaded anew goes on at the same step', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await stepBefore(overlay);
  await stage.browser.reloadExtension();
  await overlay.page.reload();
  await resumes(overlay);
});

test('after the browser was closed and started again, the guide goes on at the same step', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  await stepBefore(await stage.openPortal());
  await stage.restartBrowser();
  await resumes(await stage.openPortal());
});
