import { describe, expect, test } from 'vitest';
import { stretchesOf, worstOfDays } from './history-days.ts';
import type { VerdictName } from './verdict.ts';

const hour = 3_600_000;
const day = 24 * hour;
const zero = Date.UTC(2026, 9, 1);
const told = (hours: number, verdict: VerdictName, validHours = 36) => ({
  at: new Date(zero + hours * hour).toISOString(),
  verdict,
  validUntil: new Date(zero + (hours + validHours) * hour).toISOString(),
});
const starts = (count: number) => Array.from({ length: count }, (_, place) => zero + place * day);
/** The days of the first `count`, looked at when the last one ends. */
const days = (all: readonly ReturnType<typeof told>[], count: number, now = zero + count * day) =>
  worstOfDays(stretchesOf(all, now), starts(count), now);

describe('how a connection read over time', () => {
  test('each validation is believed until the next one, in whatever order they are told', () => {
    const all = [told(1, 'working'), told(5, 'blocked'), told(9, 'working')];
    const stretches = [
      { from: all[0]?.at, verdict: 'working' },
      { from: all[1]?.at, verdict: 'blocked' },
      { from: all[2]?.at, verdict: 'working' },
    ];
    expect(stretchesOf(all, zero + 10 * hour)).toEqual(stretches);
    expect(stretchesOf(all.toReversed(), zero + 10 * hour)).toEqual(stretches);
  });

  test('one that says the same goes on, and nothing is said before the first or of what is not yet', () => {
    const all = [told(1, 'working'), told(20, 'working'), told(50, 'blocked')];
    expect(stretchesOf(all, zero + 49 * hour)).toEqual([{ from: all[0]?.at, verdict: 'working' }]);
    expect(stretchesOf(all, zero)).toEqual([]);
  });

  test('past its time nothing is known, and not before', () => {
    const [one] = [told(0, 'working')];
    expect(stretchesOf([one], zero + 36 * hour)).toEqual([{ from: one.at, verdict: 'working' }]);
    expect(stretchesOf([one], zero + 37 * hour)).toEqual([
      { from: one.at, verdict: 'working' },
      { from: one.validUntil, verdict: 'unknown' },
    ]);
    expect(stretchesOf([one, told(36, 'working')], zero + 37 * hour)).toEqual([{ from: one.at, verdict: 'working' }]);
  });

  test('what held for no time, or until nobody can read when, is not believed', () => {
    const one = told(0, 'working', 0);
    expect(stretchesOf([one], zero + hour)).toEqual([{ from: one.at, verdict: 'unknown' }]);
    expect(stretchesOf([{ ...one, validUntil: '' }], zero + hour)).toEqual([{ from: one.at, verdict: 'unknown' }]);
  });
});

describe('a bar for each day', () => {
  test('is the worst of that day, by the order in which verdicts win', () => {
    const all = [
      told(1, 'working'),
      told(2, 'degraded'),
      told(25, 'working'),
      told(26, 'blocked'),
      told(27, 'working'),
    ];
    expect(days(all, 2)).toEqual(['degraded', 'blocked']);
  });

  test('what lasts over midnight is of both days, and what ends with the day is not of the next', () => {
    expect(days([told(20, 'blocked'), told(25, 'working')], 2)).toEqual(['blocked', 'blocked']);
    expect(days([told(20, 'blocked'), told(24, 'working')], 2)).toEqual(['blocked', 'working']);
  });

  test('a day without a proof is unknown, and so is the one on which the last proof became too old', () => {
    expect(days([told(30, 'working')], 5)).toEqual(['unknown', 'working', 'unknown', 'unknown', 'unknown']);
    expect(days([told(30, 'working'), told(66, 'working')], 3)).toEqual(['unknown', 'working', 'working']);
    expect(days([], 2)).toEqual(['unknown', 'unknown']);
  });

  test('today is judged until now', () => {
    expect(days([told(30, 'working')], 3, zero + 66 * hour)).toEqual(['unknown', 'working', 'working']);
    expect(days([told(30, 'working')], 3, zero + 66 * hour + 1)).toEqual(['unknown', 'working', 'unknown']);
  });
});
