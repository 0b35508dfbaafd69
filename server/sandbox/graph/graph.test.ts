import { decodeJwt, jwtVerify } from 'jose';
import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ready, tokenWith } from '../testing/graph-journeys.ts';
import { askGraph, connected, proof, token } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';

const graph = '00000003-0000-0000-c000-000000000000';

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
