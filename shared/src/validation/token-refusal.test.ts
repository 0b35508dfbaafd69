import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aadstsFaults } from '../errors/aadsts/aadsts-faults.ts';
import { oauthFaults, suberrors } from '../errors/oauth-faults.ts';
import { tokenRefusal } from './token-refusal.ts';

const refusal = (error: string, suberror: string | null, aadsts: number | null) =>
  tokenRefusal({ state: 'refused', error, suberror, aadsts, correlationId: null, requestId: null });

const anyNumber = fc.oneof(
  fc.constantFrom(...Object.keys(aadstsFaults).map(Number)),
  fc.integer({ min: 10_000, max: 9_999_999 }),
);
const anyError = fc.oneof(
  fc.constantFrom(...Object.keys(oauthFaults)),
  fc.constantFrom('new_error', 'constructor', ''),
);
const anySuberror = fc.option(fc.constantFrom(...suberrors));

test('OAuth’s error decides what is done; the number chooses the words of a refusal, and nothing else', () => {
  fc.assert(
    fc.property(anyError, anySuberror, anyNumber, (error, suberror, aadsts) => {
      const transient = ['temporarily_unavailable', 'server_error'].includes(error) && suberror !== 'consent_required';
      const { verdict } = refusal(error, suberror, aadsts);
      expect(verdict === 'unreachable').toBe(transient);
      if (!transient) expect(['action_needed', 'blocked', 'unknown']).toContain(verdict);
    }),
    { numRuns: 2000 },
  );
});

test('only what replication explains is too early to judge', () => {
  const propagating = Object.keys(aadstsFaults)
    .map(Number)
    .filter((number) => refusal('invalid_grant', null, number).propagates);
  expect(propagating).toEqual([65001, 70001, 650051, 700016, 7000229]);
});

test('a number that we do not know leaves the words to OAuth’s error', () => {
  expect(refusal('invalid_grant', null, 50_999)).toEqual(refusal('invalid_grant', null, null));
  expect(refusal('new_error', null, 50_999)).toMatchObject({ verdict: 'unknown', cause: 'token_refused' });
});

test.each([65_001, 53_003, 7_000_222, 50_076])(
  'a fault at Microsoft stays one, though AADSTS%i stands beside it',
  (number) => {
    expect(refusal('server_error', null, number)).toMatchObject({ verdict: 'unreachable', cause: 'no_network' });
    expect(refusal('temporarily_unavailable', null, number).propagates).toBe(false);
  },
);
