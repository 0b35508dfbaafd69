import { describe, expect, test } from 'vitest';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { expiryStep, isPasswordProved, isSignInEnding } from './expiry.ts';
import { judge } from './judge.ts';
import { at, nothing, proved, unreachable } from './observation-samples.ts';
import type { Credentials } from './observation.ts';

const day = 86_400_000;
const inDays = (days: number, more = 0): string => new Date(Date.parse(at) + days * day + more).toISOString();
const having = (credentials: Partial<Credentials>) =>
  judge({ ...proved, credentials: { refreshToken: null, client: null, password: null, ...credentials } }, profile);
const checkOf = (id: string, credentials: Partial<Credentials>) => {
  const { result, about } = having(credentials).checks.find((one) => one.id === id)!;
  return [result, ...about];
};

describe('an end that comes nearer', () => {
  test.each([
    [61, null],
    [60, 60],
    [31, 60],
    [30, 30],
    [15, 30],
    [14, 14],
    [8, 14],
    [7, 7],
    [1, 7],
    [0, 0],
    [-1, 0],
  ])('%i days before it is step %s', (days, step) => {
    expect(expiryStep(inDays(days), at)).toBe(step);
  });

  test('is far until the last millisecond of day 61, and reached where it cannot be read', () => {
    expect(expiryStep(inDays(60, 1), at)).toBeNull();
    expect(expiryStep(inDays(0, 1), at)).toBe(7);
    expect(expiryStep('some day', at)).toBe(0);
    expect(expiryStep(inDays(90), 'now')).toBe(0);
  });
});

describe('the application’s secret or certificate', () => {
  const client = (days: number, owner: 'customer' | 'provider' = 'provider') =>
    ({ kind: 'secret', expiresAt: inDays(days), owner }) as const;

  test('is no matter while its end is far, or not known', () => {
    expect(having({ client: client(61) }).verdict).toBe('working');
    expect(checkOf('credential', { client: client(61) })).toEqual(['passed', inDays(61)]);
    expect(checkOf('credential', {})).toEqual(['skipped']);
  });

  test.each(['customer', 'provider'] as const)(
    'that ends soon puts the connection at risk, and its %s must act',
    (owner) => {
      expect(having({ client: client(60, owner) })).toMatchObject({
        verdict: 'degraded',
        cause: 'credential_expires',
        owner,
        evidence: 'probe',
      });
      expect(checkOf('credential', { client: client(7, owner) })).toEqual(['warning', inDays(7)]);
    },
  );
});

describe('the sign-in behind it', () => {
  test('is young for 60 days, and then ends', () => {
    expect(isSignInEnding(inDays(-59), at)).toBe(false);
    expect(isSignInEnding(inDays(-60), at)).toBe(true);
    expect(isSignInEnding(inDays(-91), at)).toBe(true);
    expect(isSignInEnding('once', at)).toBe(true);
  });

  test('is told with the day on which it was renewed', () => {
    expect(having({ refreshToken: { issuedAt: inDays(-61) } })).toMatchObject({
      verdict: 'degraded',
      cause: 'sign_in_ends',
      owner: 'provider',
      evidence: 'probe',
    });
    expect(checkOf('sign_in', { refreshToken: { issuedAt: inDays(-61) } })).toEqual(['warning', inDays(-61)]);
    expect(checkOf('sign_in', { refreshToken: { issuedAt: inDays(-1) } })).toEqual(['passed', inDays(-1)]);
    expect(checkOf('sign_in', {})).toEqual(['skipped']);
    expect(having({}).verdict).toBe('working');
  });
});

test('how old the sign-in is says nothing where it bought no token', () => {
  const seen = { ...proved, ...nothing, token: unreachable(null) };
  const signIn = judge(seen, profile).checks.find(({ id }) => id === 'sign_in');
  expect(signIn).toEqual({ id: 'sign_in', result: 'unknown', about: [] });
});

describe('a stored password', () => {
  test('was proved if that is at most 90 days ago', () => {
    expect(isPasswordProved(inDays(-90), at)).toBe(true);
    expect(isPasswordProved(inDays(-90, -1), at)).toBe(false);
    expect(isPasswordProved(null, at)).toBe(false);
    expect(isPasswordProved('once', at)).toBe(false);
  });

  test.each([
    [{ provedAt: inDays(-1), needed: true }, 'working', 'all_proved', 'passed'],
    [{ provedAt: inDays(-91), needed: true }, 'degraded', 'password_not_proved', 'warning'],
    [{ provedAt: null, needed: true }, 'degraded', 'password_not_proved', 'warning'],
    [{ provedAt: inDays(-1), needed: false }, 'degraded', 'password_not_needed', 'warning'],
    [{ provedAt: null, needed: false }, 'degraded', 'password_not_needed', 'warning'],
  ] as const)('%o', (password, verdict, cause, result) => {
    expect(having({ password })).toMatchObject({
      verdict,
      cause,
      owner: verdict === 'working' ? 'nobody' : 'provider',
      evidence: 'probe',
    });
    expect(checkOf('password', { password })).toEqual(
      password.provedAt === null ? [result] : [result, password.provedAt],
    );
  });

  test('that is not there is nothing to prove', () => {
    expect(checkOf('password', {})).toEqual(['skipped']);
  });
});
