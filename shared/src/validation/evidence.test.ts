import { describe, expect, test } from 'vitest';
import { resources } from '../permissions/profile.ts';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { judge } from './judge.ts';
import {
  changed,
  everything,
  foreign,
  granting,
  issued,
  muchLater,
  notTried,
  pinned,
  proved,
  refused,
  unreachable,
} from './observation-samples.ts';
import type { Observations } from './observation.ts';

const token = { ...issued, receivedAt: muchLater, issuedAt: muchLater };
const judged = (change: Partial<Observations>) => judge({ ...proved, at: muchLater, token, ...change }, profile);
const registration = (change: object) =>
  ({ registration: { ...proved.registration, ...change } as Observations['registration'] }) as const;
const without = (value: string) => granting(everything.filter((one) => one.value !== value));
const only = (change: object) => granting(everything.map((one, place) => (place === 1 ? { ...one, ...change } : one)));
const optional = {
  ...profile,
  permissions: profile.permissions.map((one) => ({ ...one, required: one.value !== 'offline_access' })),
};

describe('what each statement stands on, and whose turn it is', () => {
  test.each([
    ['token_not_fresh', { token: { ...token, issuedAt: changed, receivedAt: null } }, 'token', 'microsoft'],
    ['tenant_mismatch', { token: { ...token, tenantId: foreign } }, 'token', 'provider'],
    ['registration_absent', { registration: { state: 'absent', requestId: null } }, 'token', 'customer'],
    ['grants_unreadable', { registration: refused(400) }, 'token', 'customer'],
    ['grants_unreadable', { registration: notTried }, 'token', 'provider'],
    ['registration_blocked_by_microsoft', registration({ disabledByMicrosoft: 'x' }), 'token', 'microsoft'],
    ['registration_disabled', registration({ enabled: false }), 'token', 'customer'],
    ['grants_unreadable', { grants: refused(400) }, 'token', 'customer'],
    ['grants_unreadable', { grants: notTried }, 'token', 'provider'],
    ['permission_missing', { grants: without('offline_access') }, 'grants', 'customer'],
    ['permission_one_person', { grants: only({ reach: 'one_person' }) }, 'grants', 'customer'],
    ['permission_disabled', { grants: only({ enabled: false }) }, 'grants', 'microsoft'],
    [
      'permission_surplus',
      { grants: granting([...everything, { ...everything[0]!, value: 'Mail.Read' }]) },
      'probe',
      'customer',
    ],
    ['organization_unreadable', { organization: refused(400) }, 'grants', 'customer'],
    ['organization_unreadable', { organization: notTried }, 'grants', 'provider'],
    ['roles_unreadable', { roles: refused(400) }, 'token', 'customer'],
    ['roles_unreadable', { roles: notTried }, 'token', 'provider'],
    ['role_missing', { roles: { state: 'read', active: [], eligible: null, requestId: null } }, 'grants', 'customer'],
    [
      'role_not_active',
      { roles: { state: 'read', active: [], eligible: [...profile.directoryRoles], requestId: null } },
      'grants',
      'customer',
    ],
    ['grants_unreadable', { resources: refused(400) }, 'token', 'customer'],
    ['grants_unreadable', { resources: notTried }, 'token', 'provider'],
    ['grants_unreadable', { resources: { state: 'read', resources: [], requestId: null } }, 'token', 'provider'],
    ['workload_unreadable', { users: refused(400) }, 'grants', 'provider'],
    ['workload_unreadable', { teams: notTried }, 'grants', 'provider'],
    ['resource_unlicensed', { teams: refused(402) }, 'grants', 'customer'],
    ['throttled', { users: unreachable(429) }, 'none', 'microsoft'],
    ['no_network', { users: unreachable(null) }, 'none', 'nobody'],
  ] as const)('%s', (cause, change, evidence, owner) => {
    expect(judged(change as Partial<Observations>)).toMatchObject({ cause, evidence, owner });
  });

  test.each(['disabled', 'absent'] as const)('a service that is %s', (standing) => {
    const appId = resources.graph;
    expect(judged({ resources: { state: 'read', resources: [{ appId, standing }], requestId: null } })).toMatchObject({
      cause: `resource_${standing}`,
      evidence: 'grants',
      owner: 'customer',
    });
  });

  test('an optional permission that is missing', () => {
    expect(judge({ ...proved, at: muchLater, token, grants: without('offline_access') }, optional)).toMatchObject({
      verdict: 'degraded',
      cause: 'permission_optional_missing',
      evidence: 'probe',
      owner: 'customer',
    });
  });
});

describe('no statement stands higher than the run itself came', () => {
  test.each([
    [
      { grants: refused(400), roles: { state: 'read', active: [], eligible: null, requestId: null } },
      'role_missing',
      'token',
    ],
    [{ grants: unreachable(503), organization: refused(400) }, 'organization_unreadable', 'token'],
    [{ grants: unreachable(503), teams: refused(402) }, 'resource_unlicensed', 'token'],
  ] as const)('%o', (change, cause, evidence) => {
    expect(judged(change as Partial<Observations>)).toMatchObject({ cause, evidence });
  });

  test('without a token nothing is proved, whatever else was said', () => {
    expect(
      judged({ token: unreachable(null), roles: { state: 'read', active: [], eligible: null, requestId: null } }),
    ).toMatchObject({
      cause: 'role_missing',
      evidence: 'none',
    });
  });
});

describe('a token is newer than the consent', () => {
  const at = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
  const verdictWith = (change: object) => judged({ token: { ...token, ...change } }).verdict;

  test('from the very moment on at which it came', () => {
    expect(verdictWith({ receivedAt: changed })).toBe('working');
    expect(verdictWith({ receivedAt: at(changed, -1) })).toBe('unknown');
  });

  test('by its own word, with the five minutes by which Entra dates it back, and two for clocks that differ', () => {
    expect(verdictWith({ issuedAt: at(changed, -420_000) })).toBe('working');
    expect(verdictWith({ issuedAt: at(changed, -420_001) })).toBe('unknown');
    expect(verdictWith({ issuedAt: null })).toBe('working');
  });

  test('always where no consent was ever seen, unless it came out of a cache', () => {
    expect(judged({ consentChangedAt: null, token: { ...token, issuedAt: '2020-01-01T00:00:00.000Z' } }).verdict).toBe(
      'working',
    );
    expect(judged({ consentChangedAt: null, token: { ...token, receivedAt: null } }).verdict).toBe('unknown');
  });
});

test('a tenant is the same in either case', () => {
  expect(judged({ token: { ...token, tenantId: pinned.toUpperCase() } }).verdict).toBe('working');
  expect(judged({ pinnedTenantId: pinned.toUpperCase() }).verdict).toBe('working');
});

test('settling ends where its window ends', () => {
  const young = (ms: number) =>
    judge({ ...proved, at: new Date(Date.parse(changed) + ms).toISOString(), grants: granting([]) }, profile, {
      settlingMs: 60_000,
      validMs: 1000,
    });
  expect(young(59_999)).toMatchObject({ verdict: 'settling', settlingUntil: '2026-11-02T09:01:00.000Z' });
  expect(young(60_000)).toMatchObject({ verdict: 'action_needed', settlingUntil: null });
  expect(Date.parse(young(0).validUntil) - Date.parse(young(0).at)).toBe(1000);
});
