import { decodeJwt, jwtVerify } from 'jose';
import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  askGraph,
  codeForm,
  connected,
  consentAddress,
  accept,
  proof,
  token,
  graphScopes,
} from '../testing/journeys.ts';
import { practise, type Practice } from '../testing/practice.ts';

const graph = '00000003-0000-0000-c000-000000000000';

async function ready(box = true) {
  const practice = practise();
  const { body } = await connected(practice, box);
  const accessToken = String(body['access_token']);
  return {
    practice,
    accessToken,
    idToken: String(body['id_token']),
    ask: (path: string) => askGraph(practice, `/v1.0${path}`, accessToken),
  };
}

/** A token with only these scopes. */
async function tokenWith(practice: Practice, scope: string): Promise<string> {
  const { left } = await accept(practice.browse(), consentAddress(practice, { scope }), practice.admin, true);
  const { body } = await token(practice, codeForm(practice, left!.searchParams.get('code')!));
  return String(body['access_token']);
}

describe('the token', () => {
  test('none: 401 with a challenge', async () => {
    const { status, headers, body } = await askGraph(practise(), '/v1.0/organization');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer realm="", authorization_uri=/);
    expect(body.error).toMatchObject({
      code: 'InvalidAuthenticationToken',
      innerError: { 'request-id': headers.get('request-id'), 'client-request-id': headers.get('client-request-id') },
    });
  });

  test('made up, changed, for somebody else, or expired: 401', async () => {
    const { practice, accessToken, idToken } = await ready();
    const [head, , signature] = accessToken.split('.');
    const claims = decodeJwt(accessToken);
    const forged = Buffer.from(JSON.stringify({ ...claims, tid: practice.providerTenantId })).toString('base64url');
    for (const wrong of ['x', `${head}.${forged}.${signature}`, idToken])
      expect((await askGraph(practice, '/v1.0/organization', wrong)).status).toBe(401);
    practice.world.clock.move(2 * 3600);
    const late = await askGraph(practice, '/v1.0/organization', accessToken);
    expect([late.status, late.body.error!.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  test('cannot be checked by anybody but Graph', async () => {
    const { practice, accessToken } = await ready();
    for (const key of practice.world.keys.published)
      await expect(jwtVerify(accessToken, createPublicKey({ key: { ...key }, format: 'jwk' }))).rejects.toThrow(
        'signature',
      );
  });
});

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

describe('what Graph refuses', () => {
  test.each([
    ['/organization', 'openid', 403],
    ['/organization', 'User.Read', 200],
    ['/me', 'User.Read', 200],
    ['/me', 'Organization.Read.All', 403],
    ['/domains', 'User.Read', 403],
    ['/domains', 'Domain.Read.All', 200],
    ['/servicePrincipals', 'User.Read', 403],
    ['/servicePrincipals', 'Application.Read.All', 200],
    ['/oauth2PermissionGrants', 'Application.Read.All', 403],
    ['/oauth2PermissionGrants', 'Directory.Read.All', 200],
    [`/servicePrincipals(appId='${graph}')/appRoleAssignments`, 'Application.Read.All', 200],
    [`/servicePrincipals(appId='${graph}')/oauth2PermissionGrants`, 'Application.Read.All', 403],
    ['/me/memberOf', 'User.Read', 403],
    ['/me/memberOf', 'RoleManagement.Read.Directory', 200],
  ])('%s with %s: %i', async (path, scope, status) => {
    const practice = practise();
    const answer = await askGraph(practice, `/v1.0${path}`, await tokenWith(practice, scope));
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.error!.code).toBe('Authorization_RequestDenied');
  });

  test('an application without roles reads nothing, and has no "me"', async () => {
    const { practice } = await ready();
    const form = {
      ...proof(practice),
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    };
    const { body } = await token(practice, form);
    const ask = (path: string) => askGraph(practice, `/v1.0${path}`, String(body['access_token']));
    expect((await ask('/organization')).status).toBe(403);
    expect((await ask('/me')).status).toBe(403);
  });

  test.each([
    ['/nothing', 400, 'BadRequest'],
    ['/organization?$select=id,shoeSize', 400, 'BadRequest'],
    ["/servicePrincipals?$filter=startswith(displayName,'N')", 400, 'Request_UnsupportedQuery'],
    ['/servicePrincipals/00000000-0000-4000-8000-000000000000', 404, 'Request_ResourceNotFound'],
  ])('%s: %i %s', async (path, status, code) => {
    const { ask } = await ready();
    const answer = await ask(path);
    expect([answer.status, answer.body.error!.code]).toEqual([status, code]);
  });

  test('another version is no version', async () => {
    const { practice, accessToken } = await ready();
    expect((await askGraph(practice, '/beta/organization', accessToken)).status).toBe(400);
  });
});

describe('injected faults', () => {
  test('429 with Retry-After, as often as asked for, and then the truth', async () => {
    const { practice, ask } = await ready();
    practice.world.state.faults.injectGraph({ status: 429, retryAfter: 3, on: 'request' }, 2);
    const answers = [await ask('/organization'), await ask('/organization'), await ask('/organization')];
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers[0]!.headers.get('retry-after')).toBe('3');
    expect(answers[0]!.body.error!.code).toBe('TooManyRequests');
  });

  test('while consent settles Graph does not show it', async () => {
    const practice = practise();
    practice.world.state.faults.settlingSeconds = 60;
    const { body } = await connected(practice);
    const path = `/v1.0/servicePrincipals(appId='${practice.registrations.consent.clientId}')/oauth2PermissionGrants`;
    expect((await askGraph(practice, path, String(body['access_token']))).status).toBe(404);
    practice.world.clock.move(60);
    expect((await askGraph(practice, path, String(body['access_token']))).body.value).toHaveLength(1);
  });
});
