import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPermissions, type GrantedPermission } from './check.ts';
import { resources, type PermissionProfile } from './profile.ts';
import { directRoutingDelegated, profileById, profiles } from './profiles.ts';

const profile: PermissionProfile = {
  id: 'test',
  version: 1,
  permissions: [
    { resourceAppId: resources.graph, kind: 'delegated', value: 'Directory.Read.All', required: true },
    { resourceAppId: resources.graph, kind: 'delegated', value: 'Domain.Read.All', required: false },
    { resourceAppId: resources.graph, kind: 'application', value: 'Organization.Read.All', required: true },
  ],
};
const grant = (change: Partial<GrantedPermission> = {}): GrantedPermission => ({
  resourceAppId: resources.graph,
  kind: 'delegated',
  value: 'Directory.Read.All',
  reach: 'tenant',
  principalId: null,
  enabled: true,
  ...change,
});
const findingOf = (value: string, granted: readonly GrantedPermission[]) =>
  checkPermissions(profile, granted).find((line) => line.value === value)?.finding;

describe('a permission', () => {
  test('that the tenant granted is granted', () => {
    expect(findingOf('Directory.Read.All', [grant()])).toBe('granted');
  });

  test('that one person granted is that person’s, whoever it is', () => {
    const lines = checkPermissions(profile, [grant({ reach: 'one_person', principalId: 'megan' })]);
    expect(lines[0]).toMatchObject({ finding: 'one_person', principalIds: ['megan'] });
  });

  test('that several persons granted is still not the organisation’s', () => {
    const each = ['megan', 'alex', 'adele'].map((principalId) => grant({ reach: 'one_person', principalId }));
    expect(findingOf('Directory.Read.All', each)).toBe('one_person');
  });

  test('that the tenant and a person granted is granted', () => {
    expect(findingOf('Directory.Read.All', [grant({ reach: 'one_person', principalId: 'megan' }), grant()])).toBe(
      'granted',
    );
  });

  test('that nobody granted is missing', () => {
    expect(findingOf('Directory.Read.All', [])).toBe('missing');
  });

  test('that the resource switched off is not granted', () => {
    expect(findingOf('Directory.Read.All', [grant({ enabled: false })])).toBe('disabled');
  });

  test('is the same in another case', () => {
    expect(findingOf('Directory.Read.All', [grant({ value: 'directory.read.all' })])).toBe('granted');
  });

  test('of another resource does not count', () => {
    expect(findingOf('Directory.Read.All', [grant({ resourceAppId: resources.teamsAdmin })])).toBe('missing');
  });

  test('of the other kind does not count', () => {
    expect(findingOf('Directory.Read.All', [grant({ kind: 'application' })])).toBe('missing');
    expect(findingOf('Organization.Read.All', [grant({ value: 'Organization.Read.All' })])).toBe('missing');
  });
});

describe('what was not asked for', () => {
  test('is a surplus, once, however often it was granted', () => {
    const lines = checkPermissions(profile, [
      grant({ value: 'Mail.Read' }),
      grant({ value: 'mail.read', reach: 'one_person', principalId: 'megan' }),
    ]);
    expect(lines.filter(({ finding }) => finding === 'surplus')).toHaveLength(1);
  });

  test('is none where it belongs to every sign-in', () => {
    const lines = checkPermissions(
      profile,
      ['openid', 'profile', 'email', 'offline_access', 'User.Read'].map((value) => grant({ value })),
    );
    expect(lines.filter(({ finding }) => finding === 'surplus')).toEqual([]);
  });

  test('is one where a sign-in scope was granted as an app role', () => {
    const lines = checkPermissions(profile, [grant({ kind: 'application', value: 'User.Read' })]);
    expect(lines.at(-1)).toMatchObject({ finding: 'surplus', value: 'User.Read' });
  });
});

const anyGrant: fc.Arbitrary<GrantedPermission> = fc.record({
  resourceAppId: fc.constantFrom(...Object.values(resources)),
  kind: fc.constantFrom('delegated', 'application'),
  value: fc.constantFrom('Directory.Read.All', 'DIRECTORY.READ.ALL', 'Domain.Read.All', 'Mail.Read', 'openid'),
  reach: fc.constantFrom('tenant', 'one_person'),
  principalId: fc.constantFrom(null, 'megan', 'alex'),
  enabled: fc.boolean(),
});

test('whatever was granted, each permission of the profile has exactly one line, and `granted` needs a tenant-wide grant', () => {
  fc.assert(
    fc.property(fc.array(anyGrant, { maxLength: 12 }), (granted) => {
      const lines = checkPermissions(profile, granted);
      for (const { resourceAppId, kind, value } of profile.permissions) {
        const mine = lines.filter(
          (line) => line.resourceAppId === resourceAppId && line.kind === kind && line.value === value,
        );
        const wide = granted.some(
          (one) =>
            one.enabled &&
            one.reach === 'tenant' &&
            one.kind === kind &&
            one.resourceAppId === resourceAppId &&
            one.value.toLowerCase() === value.toLowerCase(),
        );
        expect(mine.map(({ finding }) => finding === 'granted')).toEqual([wide]);
      }
    }),
  );
});

describe('the profiles', () => {
  test('each contain what lets us prove what was approved', () => {
    for (const { permissions } of profiles)
      if (permissions.some(({ kind }) => kind === 'delegated'))
        expect(permissions).toContainEqual(expect.objectContaining({ value: 'Directory.Read.All', required: true }));
  });

  test('are found by id, and nothing else is', () => {
    expect(profileById('direct-routing-delegated')).toBe(directRoutingDelegated);
    expect(profileById('toString')).toBeUndefined();
  });
});
