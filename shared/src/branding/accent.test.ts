import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentTokens, contrast, isLegible, type Theme } from './accent.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const both = (one: string) => ({ light: one, dark: one });

test('contrast is counted as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  expect(contrast('#123456', '#123456')).toBe(1);
});

test('our own mulberry holds in both, and each of the two fails in the other', () => {
  const ours = { light: '#7b1e5e', dark: '#e9a8d2' };
  expect([isLegible(ours, 'light'), isLegible(ours, 'dark')]).toEqual([true, true]);
  expect([isLegible(both(ours.dark), 'light'), isLegible(both(ours.light), 'dark')]).toEqual([false, false]);
});

test.each<Theme>(['light', 'dark'])('whatever is taken can be read in %s, also under the pointer', (theme) => {
  const grounds = theme === 'light' ? ['#f5f2ee', '#ffffff'] : ['#171416', '#211d20'];
  fc.assert(
    fc.property(colour, (one) => {
      fc.pre(isLegible(both(one), theme));
      const { brand, strong, onBrand } = accentTokens(both(one), theme);
      for (const shown of [brand, strong]) {
        for (const ground of grounds) expect(contrast(shown, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(shown, onBrand)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});
