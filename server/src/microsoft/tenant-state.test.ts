import { describe, expect, test } from 'vitest';
import { everyGrant, good, graphId, page, reader, tenantId } from './tenant-state-samples.ts';

describe('a tenant that answers', () => {
  test('is read in two trips, and in one once its resources are known', async () => {
    const { read, sent } = reader();
    expect(await read()).toMatchObject({
      organization: { state: 'read', tenantId, displayName: 'Contoso', requestId: 'org-1' },
      registration: { state: 'read', objectId: 'our-sp', enabled: true, disabledByMicrosoft: null },
      grants: {
        state: 'read',
        requestId: 'grants-1',
        granted: [
          {
            resourceAppId: graphId,
            kind: 'delegated',
            value: 'Directory.Read.All',
            reach: 'tenant',
            principalId: null,
            enabled: true,
          },
        ],
      },
    });
    expect(sent).toHaveLength(2);
    await read();
    expect(sent).toHaveLength(3);
    for (const { address, authorization } of sent)
      expect([address, authorization]).toEqual(['http://127.0.0.1:2/v1.0/$batch', 'Bearer the-token']);
  });

  test('is known by the id of each call', async () => {
    expect((await reader().read()).upstream).toEqual([
      { what: 'graph: organization', requestId: 'org-1', status: 200 },
      { what: 'graph: servicePrincipal', requestId: 'batch-1', status: 200 },
      { what: 'graph: oauth2PermissionGrants', requestId: 'grants-1', status: 200 },
      { what: 'graph: appRoleAssignments', requestId: 'batch-1', status: 200 },
      { what: 'graph: roles', requestId: 'batch-1', status: 200 },
      { what: 'graph: users', requestId: 'batch-1', status: 200 },
      { what: 'graph: teams', requestId: 'batch-1', status: 200 },
      { what: `graph: resource ${graphId}`, requestId: 'batch-1', status: 200 },
      { what: 'graph: resource', requestId: 'batch-1', status: 200 },
    ]);
  });

  test('with a grant to one person does not pass for a tenant-wide one, whatever Microsoft calls it', async () => {
    const grants = ['Principal', 'principal', 'Everybody', 'allprincipals'].map((consentType) => ({
      ...everyGrant,
      consentType,
      principalId: 'megan',
    }));
    const { grants: read } = await reader({ ...good, oauth2PermissionGrants: page(grants) }).read();
    expect(read).toMatchObject({ granted: grants.map(() => ({ reach: 'one_person', principalId: 'megan' })) });
  });

  test('with scopes and roles that the resource switched off, or does not list, has them not in force', async () => {
    const items = {
      ...good,
      oauth2PermissionGrants: page([{ ...everyGrant, scope: 'directory.read.all Mail.Read Made.Up' }]),
      appRoleAssignments: page([
        { principalId: 'our-sp', appRoleId: 'ROLE-1', resourceId: 'graph-sp' },
        { principalId: 'OUR-SP', appRoleId: 'role-9', resourceId: 'graph-sp' },
      ]),
    };
    const { grants } = await reader(items).read();
    expect(grants.state === 'read' && grants.granted.map(({ value, kind, enabled }) => [value, kind, enabled])).toEqual(
      [
        ['Directory.Read.All', 'delegated', true],
        ['Mail.Read', 'delegated', false],
        ['Made.Up', 'delegated', false],
        ['Domain.Read.All', 'application', true],
        ['role-9', 'application', false],
      ],
    );
  });
});
