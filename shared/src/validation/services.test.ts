import { describe, expect, test } from 'vitest';
import { resources, type PermissionProfile } from '../permissions/profile.ts';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { judge } from './judge.ts';
import {
  everything,
  granting,
  issued,
  muchLater,
  notTried,
  proved,
  refused,
  unreachable,
} from './observation-samples.ts';
import type { Observations } from './observation.ts';
import type { Check } from './verdict.ts';

const token = { ...issued, receivedAt: muchLater, issuedAt: muchLater };
const judged = (change: Partial<Observations>, of: PermissionProfile = profile) =>
  judge({ ...proved, at: muchLater, token, ...change }, of);
const checkOf = (id: Check['id'], change: Partial<Observations>, of: PermissionProfile = profile) => {
  const { result, about } = judged(change, of).checks.find((one) => one.id === id)!;
  return [result, ...about];
};

describe('a service', () => {
  const graphIs = (standing: 'enabled' | 'disabled' | 'absent'): Partial<Observations> => ({
    resources: { state: 'read', resources: [{ appId: resources.graph.toUpperCase(), standing }], requestId: null },
  });
  const withTeams = (required: boolean): PermissionProfile => ({
    ...profile,
    permissions: [
      ...profile.permissions,
      { resourceAppId: resources.teamsAdmin, kind: 'delegated', value: 'user_impersonation', required },
    ],
  });
  const seen = (...standings: readonly ('enabled' | 'disabled' | 'absent')[]): Partial<Observations> => ({
    resources: {
      state: 'read',
      resources: standings.map((standing, place) => ({
        appId: [resources.graph, resources.teamsAdmin][place]!,
        standing,
      })),
      requestId: null,
    },
  });

  test.each([
    ['enabled', 'working', 'all_proved', ['passed']],
    ['disabled', 'action_needed', 'resource_disabled', ['failed', resources.graph]],
    ['absent', 'action_needed', 'resource_absent', ['failed', resources.graph]],
  ] as const)('that is needed and %s', (standing, verdict, cause, result) => {
    expect(judged(graphIs(standing))).toMatchObject({ verdict, cause });
    expect(checkOf('resources', graphIs(standing))).toEqual(result);
  });

  test('that is not in the tenant takes its permissions along: they are skipped, not missing', () => {
    expect(judged(seen('enabled', 'absent'), withTeams(true))).toMatchObject({
      verdict: 'action_needed',
      cause: 'resource_absent',
      owner: 'customer',
    });
    expect(checkOf('permissions', seen('enabled', 'absent'), withTeams(true))).toEqual([
      'failed',
      'user_impersonation',
    ]);
    expect(judged(seen('enabled', 'enabled'), withTeams(true)).cause).toBe('permission_missing');
  });

  test('that only an optional permission belongs to may be absent', () => {
    expect(judged(seen('enabled', 'absent'), withTeams(false)).verdict).toBe('working');
    expect(checkOf('resources', seen('enabled', 'absent'), withTeams(false))).toEqual([
      'skipped',
      resources.teamsAdmin,
    ]);
    expect(judged(seen('enabled', 'enabled'), withTeams(false))).toMatchObject({
      verdict: 'degraded',
      cause: 'permission_optional_missing',
    });
  });

  test.each([
    [refused(403), 'unknown', 'grants_unreadable', 'customer', 'unknown'],
    [unreachable(503), 'unreachable', 'no_network', 'microsoft', 'unknown'],
    [notTried, 'unknown', 'grants_unreadable', 'provider', 'not_tried'],
    [{ state: 'read', resources: [], requestId: null }, 'unknown', 'grants_unreadable', 'provider', 'failed'],
  ] as const)('that was not seen is not taken to be there: %o', (answer, verdict, cause, owner, result) => {
    expect(judged({ resources: answer })).toMatchObject({ verdict, cause, owner });
    expect(checkOf('resources', { resources: answer })[0]).toBe(result);
    if (answer.state === 'not_tried')
      expect(judged({ resources: answer, token: unreachable(null) }).verdict).toBe('unreachable');
  });
});

test('a service that is seen twice, once as absent, leaves what is required of it not granted', () => {
  const resourcesSeen = (['enabled', 'absent'] as const).map((standing) => ({ appId: resources.graph, standing }));
  const grants = granting([{ ...everything[0]!, kind: 'application', value: 'Mail.Read' }]);
  expect(judged({ grants, resources: { state: 'read', resources: resourcesSeen, requestId: null } })).toMatchObject({
    verdict: 'action_needed',
    cause: 'resource_absent',
  });
});
