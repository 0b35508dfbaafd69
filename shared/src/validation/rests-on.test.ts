import { describe, expect, test } from 'vitest';
import { directoryRoles } from '../permissions/directory-roles.ts';
import { resources, type PermissionProfile } from '../permissions/profile.ts';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import { judge } from './judge.ts';
import {
  at,
  granting,
  everything,
  issued,
  muchLater,
  notTried,
  proved,
  refused,
  unreachable,
} from './observation-samples.ts';
import type { Observations } from './observation.ts';
import type { Check } from './verdict.ts';

const late: Observations = {
  ...proved,
  at: muchLater,
  token: { ...issued, receivedAt: muchLater, issuedAt: muchLater },
};
const judged = (change: Partial<Observations>, of: PermissionProfile = profile) => judge({ ...late, ...change }, of);
const checkOf = (id: Check['id'], change: Partial<Observations>, of: PermissionProfile = profile) => {
  const { result, about } = judged(change, of).checks.find((one) => one.id === id)!;
  return [result, ...about];
};
const held = (active: readonly string[], eligible: readonly string[] | null = null) =>
  ({ roles: { state: 'read', active, eligible, requestId: null } }) as const;
const { teamsCommunicationsAdministrator: least, globalAdministrator, privilegedRoleAdministrator } = directoryRoles;

describe('a directory role', () => {
  test.each(profile.directoryRoles)('%s is enough by itself, in either case', (role) => {
    expect(judged(held([role])).verdict).toBe('working');
    expect(judged(held([role.toUpperCase()])).verdict).toBe('working');
    expect(checkOf('roles', held([role]))).toEqual(['passed']);
  });

  test('that is another one is none, and the least that would do is named', () => {
    const change = held([privilegedRoleAdministrator]);
    expect(judged(change)).toMatchObject({
      verdict: 'action_needed',
      cause: 'role_missing',
      owner: 'customer',
      evidence: 'grants',
    });
    expect(checkOf('roles', change)).toEqual(['failed', least]);
  });

  test('that may be activated and is not, is told as that', () => {
    expect(judged(held([], [globalAdministrator]))).toMatchObject({
      verdict: 'action_needed',
      cause: 'role_not_active',
      owner: 'customer',
    });
    expect(judged(held([], [privilegedRoleAdministrator])).cause).toBe('role_missing');
  });

  test('that nobody needs is not looked for', () => {
    const of = { ...profile, directoryRoles: [] };
    expect(judged({ roles: { state: 'not_needed' } }, of).verdict).toBe('working');
    expect(judged(held([]), of).verdict).toBe('working');
    expect(checkOf('roles', { roles: refused(403) }, of)).toEqual(['skipped']);
    expect(judged({ roles: refused(403) }, { ...of, directoryRoles: undefined } as never).verdict).toBe('working');
  });

  test.each([
    [refused(403), 'unknown', 'roles_unreadable', 'customer', 'unknown'],
    [unreachable(503), 'unreachable', 'no_network', 'microsoft', 'unknown'],
    [notTried, 'unknown', 'roles_unreadable', 'provider', 'not_tried'],
    [{ state: 'not_needed' }, 'unknown', 'roles_unreadable', 'provider', 'not_tried'],
  ] as const)('that cannot be read is not there for us: %o', (roles, verdict, cause, owner, result) => {
    expect(judged({ roles })).toMatchObject({ verdict, cause, owner });
    expect(checkOf('roles', { roles })).toEqual([result, least]);
  });

  test('says nothing where there was no token to ask with', () => {
    const token = unreachable(null);
    expect(judged({ token, roles: notTried })).toMatchObject({ verdict: 'unreachable' });
  });
});

describe('a live read of a workload', () => {
  test.each(['users', 'teams'] as const)('%s that is refused for no reason that we know is unknown', (probe) => {
    expect(judged({ [probe]: refused(403) })).toMatchObject({
      verdict: 'unknown',
      cause: 'workload_unreadable',
      owner: 'provider',
      evidence: 'grants',
    });
    expect(judged({ [probe]: refused(400) })).toMatchObject({ verdict: 'unknown', cause: 'workload_unreadable' });
    expect(checkOf(probe, { [probe]: refused(403) })).toEqual(['failed', 'Denied']);
  });

  test.each(['users', 'teams'] as const)('%s that is not there says nothing of the connection', (probe) => {
    expect(judged({ [probe]: unreachable(429) })).toMatchObject({ verdict: 'unreachable', cause: 'throttled' });
    expect(judged({ [probe]: notTried })).toMatchObject({
      verdict: 'unknown',
      cause: 'workload_unreadable',
      owner: 'provider',
    });
    expect(checkOf(probe, { [probe]: unreachable(429) })).toEqual(['unknown']);
    expect(checkOf(probe, { [probe]: notTried })).toEqual(['not_tried']);
    expect(judged({ token: unreachable(null), [probe]: notTried }).verdict).toBe('unreachable');
  });

  test.each(['users', 'teams'] as const)('%s that the cloud does not have is skipped, which is no failure', (probe) => {
    expect(judged({ [probe]: { state: 'not_needed' } }).verdict).toBe('working');
    expect(checkOf(probe, { [probe]: { state: 'not_needed' } })).toEqual(['skipped']);
  });

  test('that no required permission opens is not asked for', () => {
    const optional = {
      ...profile,
      permissions: profile.permissions.map((one) => ({
        ...one,
        required: one.value !== 'TeamsTelephoneNumber.ReadWrite.All',
      })),
    };
    expect(judged({ teams: refused(403) }, optional).verdict).toBe('working');
    expect(checkOf('teams', { teams: refused(403) }, optional)).toEqual(['skipped']);
    const elsewhere = {
      ...profile,
      permissions: profile.permissions.map((one) => ({ ...one, resourceAppId: resources.teamsAdmin })),
    };
    expect(checkOf('users', { users: refused(403) }, elsewhere)).toEqual(['skipped']);
    expect(checkOf('users', { users: refused(403) })).toEqual(['failed', 'Denied']);
  });

  test('that passes says so', () => {
    expect(checkOf('users', {})).toEqual(['passed']);
    expect(checkOf('teams', {})).toEqual(['passed']);
  });
});

describe('a 403 of a workload is split by what was observed', () => {
  const token = (permissions: readonly string[] | null) => ({
    ...issued,
    receivedAt: muchLater,
    issuedAt: muchLater,
    permissions,
  });

  test('the licence by its code, whatever the status, and by 402', () => {
    for (const teams of [
      { ...refused(403), code: 'MailboxNotEnabledForRESTAPI' },
      { ...refused(400), code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant' },
      refused(402),
    ])
      expect(judged({ teams })).toMatchObject({
        verdict: 'action_needed',
        cause: 'resource_unlicensed',
        owner: 'customer',
      });
    expect(judged({ teams: { ...refused(403), code: 'constructor' } }).cause).toBe('workload_unreadable');
  });

  test('the scope by its absence in the token, in any case', () => {
    expect(judged({ teams: refused(403), token: token(['Directory.Read.All']) })).toMatchObject({
      verdict: 'action_needed',
      cause: 'token_without_scope',
      owner: 'customer',
      evidence: 'token',
    });
    expect(judged({ teams: refused(403), token: token(['TEAMSTELEPHONENUMBER.READ.ALL']) }).cause).toBe(
      'workload_unreadable',
    );
    expect(judged({ teams: refused(400), token: token([]) }).cause).toBe('workload_unreadable');
  });

  test('nothing by a token that cannot be read', () => {
    expect(judged({ teams: refused(403), token: token(null) }).cause).toBe('workload_unreadable');
  });

  test('the role by its absence in the directory, where the workload needs one', () => {
    expect(judged({ teams: refused(403), ...held([]) }).cause).toBe('role_missing');
    expect(judged({ users: refused(403), ...held([least]) }).cause).toBe('workload_unreadable');
    expect(judged({ teams: refused(403), ...held([least]) }).cause).toBe('workload_unreadable');
  });

  test('it is too early to split it while the consent is young', () => {
    expect(judge({ ...proved, teams: refused(403) }, profile)).toMatchObject({
      verdict: 'settling',
      cause: 'propagation',
    });
    expect(judge({ ...proved, teams: refused(403), token: { ...issued, permissions: [] } }, profile).verdict).toBe(
      'settling',
    );
    expect(judge({ ...proved, teams: refused(400) }, profile).verdict).toBe('unknown');
    expect(judge({ ...proved, teams: refused(402) }, profile).verdict).toBe('action_needed');
  });
});

describe('who may use the registration', () => {
  const assigned = (assignmentRequired: boolean) =>
    ({ registration: { ...proved.registration, assignmentRequired } as Observations['registration'] }) as const;

  test('is proved by the token where only the assigned may', () => {
    expect(judged(assigned(true)).verdict).toBe('working');
    expect(checkOf('assignment', assigned(true))).toEqual(['passed']);
  });

  test('is refused by the token endpoint', () => {
    const token = {
      state: 'refused',
      error: 'invalid_grant',
      suberror: null,
      aadsts: 50105,
      correlationId: null,
      requestId: null,
    } as const;
    expect(judged({ token, registration: notTried })).toMatchObject({
      verdict: 'action_needed',
      cause: 'assignment_required',
      owner: 'customer',
    });
    expect(checkOf('assignment', { token, registration: notTried })).toEqual(['failed']);
    expect(checkOf('assignment', { token: { ...token, aadsts: 53003 }, registration: notTried })).toEqual([
      'not_tried',
    ]);
  });

  test('is not known where the registration was not read', () => {
    expect(checkOf('assignment', { registration: refused(403) })).toEqual(['unknown']);
    expect(checkOf('assignment', { registration: { state: 'absent', requestId: null } })).toEqual(['not_tried']);
  });
});

describe('more than was asked for', () => {
  test('is listed with the gravest first', () => {
    const grants = granting([
      ...everything,
      ...['Calendars.Read', 'RoleManagement.ReadWrite.Directory', 'Nobody.Looked', 'AuditLog.Read.All'].map(
        (value) => ({ ...everything[0]!, value }),
      ),
    ]);
    expect(checkOf('surplus', { grants })).toEqual([
      'warning',
      'RoleManagement.ReadWrite.Directory',
      'Calendars.Read',
      'Nobody.Looked',
      'AuditLog.Read.All',
    ]);
  });
});

test('at which time a check was made is the time of the run', () => {
  expect(judged({}).at).toBe(muchLater);
  expect(proved.at).toBe(at);
});
