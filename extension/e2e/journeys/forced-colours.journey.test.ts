import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideWithGaps } from '../fake-api/guide-samples.ts';
import { idOf } from '../fake-api/ids.ts';
import { violations } from '../pages/every-page.ts';
import { OverlayStage } from '../stage/overlay-stage.ts';

/* Where the system chooses the colours, whatever a colour said is still there to be seen: by a line, a shape and a word. */

let stage: OverlayStage;
beforeAll(async () => {
  stage = await OverlayStage.open();
});
afterAll(() => stage?.close());

/** How something is drawn: colours as the browser has made them. */
interface Drawn {
  readonly ground: string;
  readonly ink: string;
  readonly border: string;
  readonly outline: readonly [style: string, width: number, colour: string];
  readonly words: string;
  /** The outline of its icon, without regard to colour. */
  readonly shape: string;
}

const drawn = (what: Locator): Promise<readonly Drawn[]> =>
  what.evaluateAll((elements) => {
    const probe = document.createElement('i');
    probe.style.cssText = 'forced-color-adjust: none; color: Canvas';
    document.body.append(probe);
    const ground = getComputedStyle(probe).color;
    probe.remove();
    return elements.map((element) => {
      const style = getComputedStyle(element);
      const icon = element.querySelector('svg.lk-icon');
      return {
        ground,
        ink: getComputedStyle(icon ?? element).color,
        border: style.borderBlockEndColor,
        outline: [style.outlineStyle, Number.parseFloat(style.outlineWidth), style.outlineColor] as const,
        words: element.textContent?.trim() ?? '',
        shape: [...(icon?.children ?? [])].map((part) => part.getAttribute('d') ?? part.localName).join(' '),
      };
    });
  });

const forced = (page: Page): Promise<void> => page.emulateMedia({ forcedColors: 'active' });

test('the ring, the step that is to be done and what is missing are to be seen in the card', async () => {
  await stage.set({ guide: guideWithGaps(1) });
  const overlay = await stage.openPortal();
  await overlay.stepNow().waitFor();
  await forced(overlay.page);
  const frame = await overlay.ringed();
  const [ring] = await drawn(frame.locator('.lk-ring'));
  expect(ring?.outline[0]).toBe('solid');
  expect(ring?.outline[1]).toBeGreaterThanOrEqual(3);
  expect(ring?.outline[2]).not.toBe(ring?.ground);
  const [now] = await drawn(overlay.card().locator('.lk-step.is-now'));
  expect(now?.outline[0]).toBe('solid');
  const marks = await drawn(overlay.card().locator('.lk-chip'));
  expect(marks.length).toBeGreaterThan(0);
  for (const { ink, ground, shape, words } of marks) {
    expect(ink, `${words} stands out`).not.toBe(ground);
    expect(shape, `${words} has a shape`).not.toBe('');
  }
  expect(await violations(overlay.page)).toEqual([]);
});

test('each verdict keeps its shape, its word and its edge, and no two have the same', async () => {
  await stage.set();
  const page = await stage.browser.openPage('console.html#/services');
  await page.locator('table .lk-chip').first().waitFor();
  await forced(page);
  const chips = await drawn(page.locator('table .lk-chip'));
  const shapes = new Map(chips.map(({ words, shape }) => [words, shape]));
  expect([...shapes.keys()]).toEqual(
    expect.arrayContaining(['Working', 'Action needed', 'Works, at risk', 'Blocked by policy']),
  );
  expect(new Set(shapes.values()).size, 'a shape for each word').toBe(shapes.size);
  for (const { ink, border, ground, words } of chips) {
    expect(ink, `${words}: the icon`).not.toBe(ground);
    expect(border, `${words}: the edge`).not.toBe(ground);
  }
  expect(await violations(page)).toEqual([]);
});

test('where one is, is said by a line: of the tabs one has it, of the places one is framed', async () => {
  await stage.set();
  const page = await stage.browser.openPage(`console.html#/services/${idOf('svc', 4)}/m365-settings`);
  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  await forced(page);
  const lined = (await drawn(tabs)).filter(({ border, ground }) => border !== ground);
  expect(lined.map(({ words }) => words)).toEqual(['M365 Settings']);
  const places = await drawn(page.getByRole('navigation').first().getByRole('link'));
  const framed = places.filter(({ outline: [style] }) => style === 'solid');
  expect(framed.map(({ words }) => words.replace(/ \d+$/, ''))).toEqual(['Services']);
});
