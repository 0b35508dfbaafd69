import { expect, test } from 'vitest';
import { stuckDays } from './stuck.ts';

const now = Date.UTC(2026, 10, 26, 12);
const ago = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();

test.each([
  ['customer', 71, null],
  ['customer', 72, 3],
  ['provider', 100, 4],
  ['microsoft', 240, 10],
  ['nobody', 240, null],
] as const)('whoever must act (%s) and has not for %d hours: %j', (owner, hours, days) => {
  expect(stuckDays({ owner, since: ago(hours) }, now)).toBe(days);
});
