import { afterEach, expect, test, vi } from 'vitest';
import { openShadowHost } from './shadow-host.ts';

afterEach(() => vi.restoreAllMocks());

/** What the page is given of a sheet that is written so. */
function given(sheet: string): string | undefined {
  const sheets = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync');
  const end = new AbortController();
  openShadowHost(end.signal, sheet);
  end.abort();
  return sheets.mock.lastCall?.[0];
}

test.each([
  ['1rem', 'calc(1 * var(--lk-rem))'],
  ['12rem', 'calc(12 * var(--lk-rem))'],
  ['0.75rem', 'calc(0.75 * var(--lk-rem))'],
  ['.5rem', 'calc(.5 * var(--lk-rem))'],
  ['-1rem', '-1rem'],
  ['12px', '12px'],
  ['1em', '1em'],
  ['var(--a-1rem)', 'var(--a-1rem)'],
  ['1.2.3rem', '1.2.3rem'],
])('a size of %s is given as %s', (size, ours) => {
  expect(given(`a { margin: ${size}; }`)).toBe(`a { margin: ${ours}; }`);
});
