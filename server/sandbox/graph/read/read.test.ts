import { describe, expect, test } from 'vitest';
import { ready } from '../../testing/graph-journeys.ts';
import { graphScopes } from '../../testing/journeys.ts';
import { practise } from '../../testing/practice.ts';

const graph = '00000003-0000-0000-c000-000000000000';

describe('reading', () => {
  test('the organisation is the tenant that was pinned', async () => {
    const { practice, ask } = await ready();
    const { status, body } = await ask('/organization?$select=id,displayName,tenantType,verifiedDomains');
    expect(status).toBe(200);
    expect(body['@odata.context']).toBe(
      'https://graph.microsoft.com/v1.0/$metadata#organization(id,displayName,tenantType,verifiedDomains)',
    );
    expect(body.value).toEqual([
      {
        id: practice.tenantId,
        displayName: 'Contoso Ltd',
        tenantType: 'AAD',
        verifiedDomains: [
          expect.objectContaining({ name: 'contoso.com', isDefault: true, isInitial: false, type: 'Managed' }),
          expect.objectContaining({ name: 'contoso9427.onmicrosoft.com', isDefault: false, isInitial: true }),
        ],
      },
    ]);
  });

  test('an application is found by id, by application id and by filter', async () => {
    const { practice, ask } = await ready();
    const { clientId } = practice.registrations.consent;
    const byKey = await ask(`/servicePrincipals(appId='${clientId}')?$select=id,appId,displayName`);
    expect(byKey.body).toMatchObject({ appId: clientId, displayName: 'Northwind Voice Connector' });
    const byId = await ask(`/servicePrincipals/${String(byKey.body['id'])}?$select=id`);
    expect(byId.body['id']).toBe(byKey.body['id']);
    const byFilter = await ask(`/servicePrincipals?$filter=appId eq '${clientId}'&$select=id`);
    expect(byFilter.body.value).toEqual([{ id: byKey.body['id'] }]);
  });

  test('what is not there: 404 by key, an empty list by filter', async () => {
    const { practice, ask } = await ready();
    const { clientId } = practice.registrations.extension;
    const byKey = await ask(`/servicePrincipals(appId='${clientId}')`);
    expect([byKey.status, byKey.body.error!.code]).toEqual([404, 'Request_ResourceNotFound']);
    const byFilter = await ask(`/servicePrincipals?$filter=appId eq '${clientId}'`);
    expect([byFilter.status, byFilter.body.value]).toEqual([200, []]);
  });

  test.each([
    [true, 'AllPrincipals'],
    [false, 'Principal'],
  ])('grants, with the box %s, are of the kind %s', async (box, consentType) => {
    const { practice, ask } = await ready(box);
    const { clientId } = practice.registrations.consent;
    const { body } = await ask(`/servicePrincipals(appId='${clientId}')/oauth2PermissionGrants`);
    expect(body.value).toEqual([
      expect.objectContaining({ consentType, principalId: box ? null : practice.admin.id, scope: ` ${graphScopes}` }),
    ]);
    const resource = await ask(`/servicePrincipals/${String(body.value![0]!['resourceId'])}?$select=appId`);
    expect(resource.body['appId']).toBe(graph);
  });

  test('the list of all grants can be filtered by its client', async () => {
    const { practice, ask } = await ready();
    const client = await ask(`/servicePrincipals(appId='${practice.registrations.consent.clientId}')?$select=id`);
    const all = await ask('/oauth2PermissionGrants');
    expect(all.body.value!.length).toBeGreaterThan(1);
    const own = await ask(`/oauth2PermissionGrants?$filter=clientId eq '${String(client.body['id'])}'`);
    expect(own.body.value).toHaveLength(1);
  });

  test('Graph says which permissions there are; their ids are the same in every tenant', async () => {
    const { ask } = await ready();
    const { body } = await ask(`/servicePrincipals(appId='${graph}')?$select=appRoles,oauth2PermissionScopes`);
    const scopes = body['oauth2PermissionScopes'] as { id: string; value: string; type: string }[];
    expect(scopes.find(({ value }) => value === 'Directory.Read.All')).toMatchObject({
      type: 'Admin',
      isEnabled: true,
    });
    const other = practise({ seed: 8 }).world.state.directory.resource(graph)!;
    expect(scopes.map(({ id }) => id)).toEqual(other.scopes.map(({ id }) => id));
  });

  test('me, my roles and the domains', async () => {
    const { practice, ask } = await ready();
    expect((await ask('/me?$select=id,userPrincipalName')).body).toMatchObject({
      id: practice.admin.id,
      userPrincipalName: practice.admin.username,
    });
    const roles = await ask('/me/memberOf/microsoft.graph.directoryRole?$select=id,displayName,roleTemplateId');
    expect(roles.body.value).toEqual([
      expect.objectContaining({
        displayName: 'Global Administrator',
        roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
      }),
    ]);
    expect((await ask('/domains?$select=id')).body.value).toEqual([
      { id: 'contoso.com' },
      { id: 'contoso9427.onmicrosoft.com' },
    ]);
  });

  test('long lists come in pages that link to the next', async () => {
    const { ask } = await ready();
    const first = await ask('/servicePrincipals?$select=id&$top=2');
    expect(first.body.value).toHaveLength(2);
    const next = String(first.body['@odata.nextLink']);
    expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/servicePrincipals\?/);
    const second = await ask(next.slice('https://graph.microsoft.com/v1.0'.length));
    expect(second.body.value![0]).not.toEqual(first.body.value![0]);
  });
});
