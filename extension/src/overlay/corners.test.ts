import fastCheck from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { asideOf, cornersNear, nextCorner, type Corner } from './corners.ts';

afterEach(() => vi.unstubAllGlobals());

const all: readonly Corner[] = ['end-bottom', 'start-bottom', 'start-top', 'end-top'];

function inWindow(width: number, height: number): void {
  vi.stubGlobal('innerWidth', width);
  vi.stubGlobal('innerHeight', height);
}
const box = (left: number, top: number, width = 100, height = 32) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test('what stands in the middle of a wide window is in nobody’s way', () => {
  inWindow(1600, 900);
  expect(cornersNear(box(750, 60), 'ltr')).toEqual([]);
});

test('what stands at an edge is near to the corners of it, as far as a card is tall', () => {
  inWindow(1600, 900);
  expect(cornersNear(box(1450, 840), 'ltr')).toEqual(['end-bottom']);
  expect(cornersNear(box(1450, 20), 'ltr')).toEqual(['end-top']);
  expect(cornersNear(box(20, 430), 'ltr')).toEqual(['start-bottom', 'start-top']);
  expect(cornersNear(box(20, 20, 1500), 'ltr'), 'as wide as the window').toEqual(['start-top', 'end-top']);
});

test('right to left the start is on the right', () => {
  inWindow(1600, 900);
  expect(cornersNear(box(1450, 840), 'rtl')).toEqual(['start-bottom']);
});

test('what was scrolled away is in nobody’s way', () => {
  inWindow(1600, 900);
  expect([cornersNear(box(1450, -200), 'ltr'), cornersNear(box(1450, 1200), 'ltr')]).toEqual([[], []]);
});

test('a card goes across first, then along its side, and stays where every corner is in the way', () => {
  expect(asideOf('end-bottom', [])).toBe('end-bottom');
  expect(asideOf('end-bottom', ['end-bottom', 'end-top'])).toBe('start-bottom');
  expect(asideOf('end-bottom', ['end-bottom', 'start-bottom'])).toBe('end-top');
  expect(asideOf('end-bottom', ['end-bottom', 'start-bottom', 'end-top'])).toBe('start-top');
  expect(asideOf('end-bottom', all)).toBe('end-bottom');
});

test('wherever a target stands, a card that moves aside and is no bigger than its room does not cover it', () => {
  const card = { width: 360, height: 600, edge: 24 };
  fastCheck.assert(
    fastCheck.property(
      fastCheck.record({ x: fastCheck.nat(1500), y: fastCheck.nat(860), chosen: fastCheck.constantFrom(...all) }),
      fastCheck.constantFrom('ltr' as const, 'rtl' as const),
      ({ x, y, chosen }, direction) => {
        inWindow(1600, 900);
        const target = box(x, y);
        const [side, height] = asideOf(chosen, cornersNear(target, direction)).split('-');
        const atLeft = (side === 'start') === (direction === 'ltr');
        const left = atLeft ? card.edge : 1600 - card.edge - card.width;
        const top = height === 'top' ? card.edge : 900 - card.edge - card.height;
        const covers =
          target.left < left + card.width &&
          target.right > left &&
          target.top < top + card.height &&
          target.bottom > top;
        expect(covers).toBe(false);
      },
    ),
  );
});

test('in a narrow window, as wide as the card, it leaves whatever is ringed free as well', () => {
  const [width, height, edge] = [390, 844, 24];
  inWindow(width, height);
  expect(cornersNear(box(20, 300), 'ltr'), 'the lower half is free').toEqual(['start-top', 'end-top']);
  fastCheck.assert(
    fastCheck.property(
      fastCheck.record({
        x: fastCheck.nat(300),
        y: fastCheck.nat(height - 48),
        tall: fastCheck.integer({ min: 20, max: 48 }),
      }),
      fastCheck.constantFrom(...all),
      ({ x, y, tall }, chosen) => {
        inWindow(width, height);
        const target = box(x, y, 80, tall);
        const stands = asideOf(chosen, cornersNear(target, 'ltr'));
        const top = stands.endsWith('top') ? edge : height * 0.55;
        const covers = target.top < top + (height * 0.45 - edge) && target.bottom > top;
        expect(covers).toBe(false);
      },
    ),
  );
});

test('sent on, the card goes to the next corner in which it is not in the way, and once around to all of them', () => {
  expect(nextCorner('end-bottom', ['start-bottom', 'start-top'])).toBe('end-top');
  expect(nextCorner('end-bottom', all), 'where all are, to the next').toBe('start-bottom');
  expect(all.map((corner) => nextCorner(corner))).toEqual(['start-bottom', 'start-top', 'end-top', 'end-bottom']);
});
