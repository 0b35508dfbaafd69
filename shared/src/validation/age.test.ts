import { expect, test } from 'vitest';
import { isAgeing, verdictNow } from './age.ts';

const validUntil = '2026-11-03T21:00:00.000Z';
const verdict = { verdict: 'working', validUntil } as const;

test('a verdict is believed until its time, and reads unknown from then on', () => {
  expect(verdictNow(verdict, Date.parse(validUntil) - 1)).toBe('working');
  expect(verdictNow(verdict, Date.parse(validUntil))).toBe('unknown');
});

test('a verdict whose end cannot be read is not believed', () => {
  expect(verdictNow({ verdict: 'working', validUntil: 'never' }, 0)).toBe('unknown');
});

test('a proof is ageing after a day', () => {
  const at = '2026-11-02T09:00:00.000Z';
  expect(isAgeing({ at }, Date.parse(at) + 24 * 3_600_000)).toBe(false);
  expect(isAgeing({ at }, Date.parse(at) + 24 * 3_600_000 + 1)).toBe(true);
});
