import { describe, expect, test } from 'vitest';
import type { PermissionLine } from './check.ts';
import { consentDiff, lackingOf, leastRole } from './consent-diff.ts';
import { directoryRoles } from './directory-roles.ts';
import { resources, type PermissionProfile, type RequiredPermission } from './profile.ts';
import { profileById } from './profiles.ts';

const asks = (value: string, change: Partial<RequiredPermission> = {}): RequiredPermission => ({
  resourceAppId: resources.graph,
  kind: 'delegated',
  value,
  required: true,
  ...change,
});
const line = (
  value: string,
  finding: PermissionLine['finding'],
  change: Partial<PermissionLine> = {},
): PermissionLine => ({
  ...asks(value),
  principalIds: [],
  finding,
  ...change,
});
const profile: PermissionProfile = {
  id: 'test',
  version: 2,
  permissions: [asks('Directory.Read.All'), asks('Domain.Read.All'), asks('Group.Read.All', { required: false })],
};
const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);

describe('what a consent would change', () => {
  test('is everything where nothing was read, and that is said', () => {
    const diff = consentDiff(profile, null);
    expect([diff.known, values(diff.adds), diff.keeps, values(diff.optional), diff.wouldRevoke]).toEqual([
      false,
      ['Directory.Read.All', 'Domain.Read.All'],
      [],
      ['Group.Read.All'],
      [],
    ]);
  });

  test('keeps what holds for the organisation, and adds what holds for one person, is missing or switched off', () => {
    for (const finding of ['one_person', 'missing', 'disabled'] as const) {
      const diff = consentDiff(profile, [line('directory.read.all', 'granted'), line('Domain.Read.All', finding)]);
      expect([diff.known, values(diff.keeps), values(diff.adds)]).toEqual([
        true,
        ['Directory.Read.All'],
        ['Domain.Read.All'],
      ]);
    }
  });

  test('would take away what the organisation granted and nobody asks for, the gravest first; not what one person granted', () => {
    const { wouldRevoke } = consentDiff(profile, [
      line('AuditLog.Read.All', 'granted'),
      line('Application.ReadWrite.All', 'surplus'),
      line('Mail.Read', 'surplus', { principalIds: ['megan'] }),
      line('Chat.Read.All', 'missing'),
      line('Domain.Read.All', 'surplus'),
    ]);
    expect(values(wouldRevoke)).toEqual(['Application.ReadWrite.All', 'AuditLog.Read.All']);
  });

  test('keeps what was a surplus of an earlier version', () => {
    expect(values(consentDiff(profile, [line('Domain.Read.All', 'surplus')]).keeps)).toEqual(['Domain.Read.All']);
  });

  test('cannot add what its service is not there for', () => {
    const diff = consentDiff(profile, [line('Domain.Read.All', 'skipped')]);
    expect([values(diff.unavailable), values(diff.adds)]).toEqual([['Domain.Read.All'], ['Directory.Read.All']]);
  });

  test('takes another kind or another resource for another permission', () => {
    for (const change of [{ kind: 'application' }, { resourceAppId: resources.teamsAdmin }] as const) {
      const diff = consentDiff(profile, [line('Domain.Read.All', 'granted', change)]);
      expect([values(diff.keeps), values(diff.wouldRevoke)]).toEqual([[], ['Domain.Read.All']]);
    }
  });
});

test('a connection lacks what a newer version requires and it does not hold', () => {
  expect(lackingOf(profile, [line('Directory.Read.All', 'granted')])).toEqual(['Domain.Read.All']);
  expect(lackingOf(profile, [line('Directory.Read.All', 'granted'), line('Domain.Read.All', 'surplus')])).toEqual([]);
});

test.each([
  ['direct-routing-delegated', 'box', directoryRoles.globalAdministrator],
  ['direct-routing-delegated', 'no_box', directoryRoles.cloudApplicationAdministrator],
  ['direct-routing-application', 'no_box', directoryRoles.privilegedRoleAdministrator],
] as const)('%s needs, on the page with or without the box: %s %s', (id, page, role) => {
  expect(leastRole(profileById(id)!, page)).toBe(role);
});

test('app roles of another service than Graph need no more than a Cloud Application Administrator', () => {
  const teams = {
    ...profile,
    permissions: [asks('application_access', { kind: 'application', resourceAppId: resources.teamsAdmin })],
  };
  expect(leastRole(teams, 'no_box')).toBe(directoryRoles.cloudApplicationAdministrator);
});
