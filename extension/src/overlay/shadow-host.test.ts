import { afterEach, expect, test, vi } from 'vitest';
import { openShadowHost } from './shadow-host.ts';

afterEach(() => vi.restoreAllMocks());

/** A field of the page, and a button of ours, once the focus has gone from the one to the other. */
function crossed() {
  const field = document.createElement('input');
  document.body.replaceChildren(field);
  const end = new AbortController();
  const place = openShadowHost(end.signal);
  const button = place.appendChild(document.createElement('button'));
  field.focus();
  button.focus();
  const host = document.querySelector('latchkey-overlay')!;
  host.dispatchEvent(new FocusEvent('focusin', { relatedTarget: field }));
  return { field, end, host };
}

test('when it goes with the focus in it, the focus is back where it was on the page', () => {
  const { field, end } = crossed();
  end.abort();
  expect(document.activeElement).toBe(field);
});

test('a focus that is elsewhere stays there, and what is gone from the page gets none', () => {
  const { field, end } = crossed();
  const other = document.body.appendChild(document.createElement('input'));
  other.focus();
  end.abort();
  expect(document.activeElement).toBe(other);
  const again = crossed();
  again.field.remove();
  again.end.abort();
  expect(document.activeElement).toBe(document.body);
  expect(field.isConnected).toBe(false);
});

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
