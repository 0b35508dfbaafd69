import { describe, expect, test } from 'vitest';
import { resources } from '../permissions/profile.ts';
import { directRoutingDelegated } from '../permissions/profiles.ts';
import { judge } from './judge.ts';
import {
  before,
  everything,
  foreign,
  granting,
  issued,
  notTried,
  proved,
  refused,
  tokenRefused,
  unreachable,
} from './observation-samples.ts';
import type { Observations } from './observation.ts';
import { good, profile, profileWith, resourceAppId, token } from './teams-admin-samples.ts';

const judged = (change: Partial<Observations>, by = profile) => judge({ ...good, ...change }, by);
const checked = (change: Partial<Observations>, by = profile) => {
  const { result, about } = judged(change, by).checks.find(({ id }) => id === 'teams_admin')!;
  return [result, ...about];
};

describe('the Teams administration API', () => {
  test('answered a live read with a token of its own: nothing lacks', () => {
    expect(judged({})).toMatchObject({ verdict: 'working', cause: 'all_proved', evidence: 'probe' });
    expect(checked({})).toEqual(['passed']);
  });

  test.each([
    [{ teamsAdminToken: tokenRefused('invalid_resource', 500014) }, 'action_needed', 'resource_disabled', 'failed'],
    [{ teamsAdminToken: tokenRefused('invalid_client', 650052) }, 'action_needed', 'resource_unlicensed', 'failed'],
    [{ teamsAdminToken: tokenRefused('invalid_grant', 65001) }, 'settling', 'propagation', 'failed'],
    [{ teamsAdminToken: tokenRefused('strange', null) }, 'unknown', 'token_refused', 'failed'],
    [{ teamsAdminToken: unreachable(429) }, 'unreachable', 'throttled', 'unknown'],
    [{ teamsAdminToken: notTried }, 'unknown', 'workload_unreadable', 'not_tried'],
    [{ teamsAdminToken: { ...token, receivedAt: null } }, 'settling', 'propagation', 'unknown'],
    [{ teamsAdminToken: { ...token, receivedAt: before } }, 'settling', 'propagation', 'unknown'],
    [{ teamsAdminToken: { ...token, tenantId: foreign } }, 'action_needed', 'tenant_mismatch', 'passed'],
    [{ teamsAdmin: unreachable(503) }, 'unreachable', 'no_network', 'unknown'],
    [{ teamsAdmin: refused(402) }, 'action_needed', 'resource_unlicensed', 'failed'],
    [{ teamsAdmin: refused(400) }, 'unknown', 'workload_unreadable', 'failed'],
    [{ teamsAdmin: refused(403) }, 'settling', 'propagation', 'failed'],
    [{ teamsAdmin: notTried }, 'unknown', 'workload_unreadable', 'not_tried'],
    [{ teamsAdmin: { state: 'not_needed' } }, 'unknown', 'workload_unreadable', 'not_tried'],
  ] as const)('%j is %s, %s', (change, verdict, cause, result) => {
    expect(judged(change)).toMatchObject({ verdict, cause });
    expect(checked(change)[0]).toBe(result);
  });

  test('refused long after the consent: for want of the scope in its own token, not in Graph’s', () => {
    const old = { consentChangedAt: '2026-10-02T09:00:00.000Z', teamsAdmin: refused(403) };
    expect(judged(old)).toMatchObject({ verdict: 'unknown', cause: 'workload_unreadable' });
    expect(judged({ ...old, teamsAdminToken: { ...token, permissions: [] } })).toMatchObject({
      verdict: 'action_needed',
      cause: 'token_without_scope',
      owner: 'customer',
    });
    expect(judged({ ...old, token: { ...issued, permissions: ['user_impersonation'] } }).cause).toBe(
      'workload_unreadable',
    );
  });

  test('names Microsoft’s own number and ids of the token that was refused', () => {
    const verdict = judged({ teamsAdminToken: tokenRefused('invalid_client', 650052) });
    expect(verdict).toMatchObject({ code: 'AADSTS650052', correlationId: 'c', requestId: 'r', evidence: 'token' });
    expect(checked({ teamsAdminToken: tokenRefused('invalid_client', 650052) })).toEqual(['failed', 'AADSTS650052']);
    expect(checked({ teamsAdmin: refused(403) })).toEqual(['failed', 'Denied']);
    expect(judged({ teamsAdmin: refused(400) }).code).toBe('Denied');
  });

  test('whose token is of another tenant fails the check of the tenant, too', () => {
    const { checks } = judged({ teamsAdminToken: { ...token, tenantId: foreign } });
    expect(checks.find(({ id }) => id === 'tenant')).toEqual({ id: 'tenant', result: 'failed', about: [foreign] });
  });

  test('whose token did not come is not reached, though nobody read then', () => {
    expect(checked({ teamsAdminToken: unreachable(null), teamsAdmin: notTried })).toEqual(['unknown']);
  });

  test('without a token for Graph is not tried, which is not told twice', () => {
    const seen = { token: tokenRefused('invalid_grant', 50173), teamsAdminToken: notTried, teamsAdmin: notTried };
    expect(judged(seen)).toMatchObject({ verdict: 'action_needed', cause: 'sign_in_again' });
  });

  test.each([
    ['optional', {}, profileWith(false)],
    ['not asked for', {}, directRoutingDelegated],
    [
      'unknown to the cloud',
      { teamsAdminToken: { state: 'not_needed' }, teamsAdmin: { state: 'not_needed' } },
      profile,
    ],
  ] as const)('%s is skipped, which is no failure', (_, change, by) => {
    const seen = { grants: proved.grants, ...change };
    const harmed = by === profile ? change : { ...seen, teamsAdminToken: unreachable(503), teamsAdmin: refused(403) };
    expect(checked(harmed, by)).toEqual(['skipped']);
    expect(['working', 'degraded']).toContain(judged(harmed, by).verdict);
  });

  test('absent and optional is skipped; absent and required is the customer’s matter', () => {
    const absent: Partial<Observations> = {
      grants: granting(everything),
      resources: {
        state: 'read',
        resources: [
          { appId: resources.graph, standing: 'enabled' },
          { appId: resourceAppId, standing: 'absent' },
        ],
        requestId: null,
      },
      teamsAdminToken: notTried,
      teamsAdmin: notTried,
    };
    expect(judged(absent, profileWith(false)).verdict).toBe('working');
    expect(judged(absent)).toMatchObject({ verdict: 'action_needed', cause: 'resource_absent', owner: 'customer' });
  });
});
