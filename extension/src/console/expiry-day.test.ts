import { expect, test } from 'vitest';
import { expiryDay } from './expiry-day.ts';

test.each([
  ['2026-11-27T22:30:00.000Z', 'UTC', null],
  ['2026-11-27T23:30:00.000Z', 'Europe/Berlin', '2026-11-26T23:30:00.000Z'],
  ['2026-11-28T12:00:00.000Z', 'UTC', '2026-11-27T12:00:00.000Z'],
  ['2026-11-29T12:00:00.000Z', 'UTC', '2026-11-27T12:00:00.000Z'],
  ['2026-11-29T12:00:00.000Z', 'Pacific/Auckland', null],
  ['2026-11-30T00:00:00.000Z', 'UTC', null],
] as const)('what ends at %s, read in %s: the working day before is %s', (at, timeZone, lastWorkday) => {
  expect(expiryDay(at, timeZone)).toEqual({ at, lastWorkday });
});
