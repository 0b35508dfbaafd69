import type { Verdict } from '@latchkey/shared/validation/verdict';
import { describe, expect, test } from 'vitest';
import { situationsAfterConsent } from '../../../sandbox/situations/afterwards/after-consent.ts';
import { act, type Seen } from './act.ts';
import { compare } from './compare.ts';
import { expectations, type Expected } from './expected.ts';
import { closingLine, exitCodeOf } from './report.ts';

/** The first situation of each verdict with its cause: all of them are acted out by `npm run situations`. */
const oneOfEach = [
  ...new Map(
    expectations.toReversed().map((one) => [`${one.verdict} ${one.cause} ${one.before?.join()}`, one]),
  ).values(),
].toReversed();

test.each(oneOfEach)('$situation: $verdict, $cause, $owner', async (expected) => {
  const { isAsExpected, isFalseGreen, got } = compare(expected, await act(expected));
  expect({ isAsExpected, isFalseGreen }, got).toEqual({ isAsExpected: true, isFalseGreen: false });
});

describe('the table of expectations', () => {
  test('has a row for every situation that is about what becomes of a connection', () => {
    const rows = expectations.map(({ situation }) => situation);
    expect(new Set(rows).size).toBe(rows.length);
    expect(situationsAfterConsent.map(({ name }) => name).filter((name) => !rows.includes(name))).toEqual([]);
  });

  test('has at least 40 situations, of which 8 work and 25 name an exact cause', () => {
    const asExpected = expectations.map((expected) => compare(expected, seenAs(expected)));
    expect(expectations.length).toBeGreaterThanOrEqual(40);
    const green = expectations.filter(({ verdict }) => verdict === 'working' || verdict === 'degraded');
    expect(green.length).toBeGreaterThanOrEqual(8);
    expect(asExpected.filter(({ isExact }) => isExact).length).toBeGreaterThanOrEqual(25);
  });
});

const verdict: Verdict = {
  verdict: 'action_needed',
  evidence: 'none',
  cause: 'consent_missing',
  owner: 'customer',
  checks: [],
  at: '2026-11-02T09:00:00.000Z',
  settlingUntil: null,
  validUntil: '2026-11-03T21:00:00.000Z',
  code: 'AADSTS65001',
  correlationId: null,
  requestId: null,
};

/** What would be seen if everything came out as the row says. */
const seenAs = ({ before = ['all_proved'], ...row }: Expected): Seen => {
  const said = before.map((cause) => ({ ...verdict, verdict: 'working' as const, cause }));
  const last = { ...verdict, verdict: row.verdict, owner: row.owner, cause: row.cause, code: row.code ?? null };
  return { said: [...said, last], trips: [], isComplete: true };
};

describe('a comparison', () => {
  const expected = {
    situation: 'contoso-something',
    verdict: 'action_needed',
    owner: 'customer',
    cause: 'consent_missing',
    code: 'AADSTS65001',
  } as const;
  const seen = seenAs(expected);
  const last = seen.said[1]!;

  test('of what was expected is as expected, with an exact cause', () => {
    expect(compare(expected, seen)).toMatchObject({ isAsExpected: true, isExact: true, isFalseGreen: false });
  });

  test.each([
    ['another verdict', { verdict: 'unknown' }],
    ['another owner', { owner: 'provider' }],
    ['another cause', { cause: 'sign_in_again' }],
    ['another number of Microsoft’s', { code: 'AADSTS50173' }],
  ] as const)('finds %s', (_, change) => {
    const other = { ...seen, said: [seen.said[0]!, { ...last, ...change }] };
    expect(compare(expected, other)).toMatchObject({ isAsExpected: false, isExact: false, isFalseGreen: false });
  });

  test('finds green where another verdict was due, in the end and on the way there', () => {
    const green = { ...last, verdict: 'working', cause: 'all_proved' } as const;
    const never = { ...expected, before: [] };
    expect(compare(never, { ...seen, said: [green] }).isFalseGreen).toBe(true);
    expect(compare(never, { ...seen, said: [green, last] }).isFalseGreen).toBe(true);
    expect(compare(never, { ...seen, said: [last], isComplete: true }).isFalseGreen).toBe(true);
  });

  test('of no situation at all is no success', () => {
    const row = { ...compare(expected, seen), situation: 'contoso-something', evidence: 'none', trips: 1 };
    expect(closingLine([row])).toBe('1 situations, 1 as expected, 1 exact causes, 0 false greens');
    expect([exitCodeOf([row]), exitCodeOf([]), exitCodeOf([{ ...row, isAsExpected: false }])]).toEqual([0, 1, 1]);
  });
});
