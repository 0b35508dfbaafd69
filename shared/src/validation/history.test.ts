import { describe, expect, test } from 'vitest';
import { isFlapping, isSame } from './history.ts';
import type { VerdictName } from './verdict.ts';

const now = Date.UTC(2026, 10, 2, 12);
const hour = 3_600_000;
/** Verdicts in their order, the last one an hour ago, one each hour. */
const each = (...verdicts: readonly VerdictName[]) =>
  verdicts.map((verdict, place) => ({
    verdict,
    at: new Date(now - (verdicts.length - place) * hour).toISOString(),
  }));

describe('a connection comes and goes', () => {
  test('when it turned three times within a day, in whatever order it is told', () => {
    const turns = each('working', 'action_needed', 'working', 'blocked');
    expect([isFlapping(turns, now), isFlapping(turns.toReversed(), now)]).toEqual([true, true]);
    expect(isFlapping(turns.slice(1), now)).toBe(false);
  });

  test('not by what says nothing: throttling and settling between two proofs are no turn', () => {
    const quiet = each('working', 'unreachable', 'working', 'settling', 'working', 'unreachable', 'working');
    expect(isFlapping(quiet, now)).toBe(false);
  });

  test('not between working and at risk, nor between one trouble and another', () => {
    expect(isFlapping(each('working', 'degraded', 'working', 'degraded', 'working'), now)).toBe(false);
    expect(isFlapping(each('blocked', 'action_needed', 'unknown', 'blocked', 'unknown'), now)).toBe(false);
  });

  test('not by what is older than a day, or not yet', () => {
    const turns = each('working', 'blocked', 'working', 'blocked');
    expect(isFlapping(turns, now + 21 * hour)).toBe(false);
    expect(isFlapping(turns, now - 3 * hour)).toBe(false);
    expect(isFlapping(turns, now + 20 * hour)).toBe(true);
    expect(isFlapping([], now)).toBe(false);
  });
});

test('two verdicts tell the same when word, cause and owner do; a new proof of the same is no change', () => {
  const one = { verdict: 'degraded', cause: 'permission_surplus', owner: 'customer' } as const;
  expect(isSame(one, { ...one })).toBe(true);
  expect(isSame(one, { ...one, verdict: 'working' })).toBe(false);
  expect(isSame(one, { ...one, cause: 'credential_expires' })).toBe(false);
  expect(isSame(one, { ...one, owner: 'provider' })).toBe(false);
});
