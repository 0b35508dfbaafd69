import { describe, expect, test } from 'vitest';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { judge } from './judge.ts';
import { lies } from './lies-samples.ts';
import { granting, issued, muchLater, nothing, proved, tokenRefused, unreachable } from './observation-samples.ts';
import type { Observations } from './observation.ts';

test('everything proved is working, by a probe, and nobody must act', () => {
  expect(judge(proved, profile)).toEqual({
    at: '2026-11-02T09:01:00.000Z',
    cause: 'all_proved',
    checks: [
      {
        about: [],
        id: 'token',
        result: 'passed',
      },
      {
        about: ['7c1a2b3c-0000-4000-8000-00000000a001'],
        id: 'tenant',
        result: 'passed',
      },
      {
        about: [],
        id: 'registration',
        result: 'passed',
      },
      {
        about: [],
        id: 'assignment',
        result: 'passed',
      },
      {
        about: [],
        id: 'resources',
        result: 'passed',
      },
      {
        about: [],
        id: 'permissions',
        result: 'passed',
      },
      {
        about: [],
        id: 'surplus',
        result: 'passed',
      },
      {
        about: [],
        id: 'roles',
        result: 'passed',
      },
      {
        about: ['Contoso'],
        id: 'live_read',
        result: 'passed',
      },
      {
        about: [],
        id: 'users',
        result: 'passed',
      },
      {
        about: [],
        id: 'teams',
        result: 'passed',
      },
      {
        about: [],
        id: 'teams_admin',
        result: 'skipped',
      },
      {
        about: ['2026-11-02T09:01:00.000Z'],
        id: 'sign_in',
        result: 'passed',
      },
      {
        about: [],
        id: 'credential',
        result: 'skipped',
      },
      {
        about: [],
        id: 'password',
        result: 'skipped',
      },
    ],
    code: null,
    correlationId: null,
    evidence: 'probe',
    owner: 'nobody',
    requestId: 'organization-request',
    settlingUntil: null,
    validUntil: '2026-11-03T21:01:00.000Z',
    verdict: 'working',
  });
});

describe.each(lies)('%s', (_, change, young, late, cause) => {
  test('while the consent is young', () => {
    expect(judge({ ...proved, ...change }, profile)).toMatchObject({
      verdict: young,
      cause: young === 'settling' ? 'propagation' : cause,
    });
  });

  test('later', () => {
    const token = change.token ?? { ...issued, receivedAt: muchLater, issuedAt: muchLater };
    expect(judge({ ...proved, ...change, token, at: muchLater }, profile)).toMatchObject({ verdict: late, cause });
  });
});

test.each([
  [tokenRefused('invalid_grant', 65001), 'action_needed', 'consent_missing', 'customer'],
  [tokenRefused('invalid_grant', null, 'consent_required'), 'action_needed', 'consent_missing', 'customer'],
  [tokenRefused('invalid_grant', 50076), 'action_needed', 'mfa_required', 'customer'],
  [tokenRefused('interaction_required', 53003), 'blocked', 'conditional_access', 'customer'],
  [tokenRefused('invalid_grant', 50173), 'action_needed', 'sign_in_again', 'customer'],
  [tokenRefused('invalid_grant', 700082), 'action_needed', 'sign_in_again', 'customer'],
  [tokenRefused('invalid_grant', 50057), 'action_needed', 'account_disabled', 'customer'],
  [tokenRefused('unauthorized_client', 700016), 'action_needed', 'registration_absent', 'customer'],
  [tokenRefused('invalid_client', 650051), 'action_needed', 'registration_being_made', 'microsoft'],
  [tokenRefused('unauthorized_client', 7000112), 'action_needed', 'registration_disabled', 'customer'],
  [tokenRefused('invalid_client', 7000222), 'action_needed', 'provider_credential', 'provider'],
  [tokenRefused('temporarily_unavailable', 90033), 'unreachable', 'no_network', 'microsoft'],
  [tokenRefused('something_new', 99999), 'unknown', 'token_refused', 'provider'],
  [tokenRefused('constructor', null), 'unknown', 'token_refused', 'provider'],
  [tokenRefused('__proto__', null), 'unknown', 'token_refused', 'provider'],
  [tokenRefused('toString', null, 'valueOf'), 'unknown', 'token_refused', 'provider'],
] as const)('a token refused with %o', (token, verdict, cause, owner) => {
  expect(judge({ ...proved, ...nothing, token, at: muchLater }, profile)).toMatchObject({ verdict, cause, owner });
});

test('a refusal that replication explains is too early to judge, until the window closes', () => {
  const token = tokenRefused('unauthorized_client', 700016);
  expect(judge({ ...proved, ...nothing, token }, profile)).toMatchObject({
    verdict: 'settling',
    owner: 'microsoft',
    settlingUntil: '2026-11-02T09:15:00.000Z',
  });
  const closed = { ...proved, ...nothing, token, at: '2026-11-02T09:15:00.000Z' };
  expect(judge(closed, profile)).toMatchObject({ verdict: 'action_needed', settlingUntil: null });
});

test('without a consent change that we saw there is nothing to settle', () => {
  expect(judge({ ...proved, consentChangedAt: null, grants: granting([]) }, profile).verdict).toBe('action_needed');
});

test('when several things are wrong the gravest is told', () => {
  const seen: Observations = {
    ...proved,
    organization: unreachable(null),
    registration: { ...proved.registration, disabledByMicrosoft: 'x' } as Observations['registration'],
    grants: granting([]),
  };
  expect(judge(seen, profile).verdict).toBe('blocked');
});
