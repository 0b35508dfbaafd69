import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import {
  accept,
  adminConsentAddress,
  askGraph,
  codeForm,
  connected,
  consentAddress,
  operatorAddress,
  proof,
  signIn,
  token,
} from './testing/journeys.ts';
import { practise } from './testing/practice.ts';

test('no-grants: redirect and tokens look right, and Graph knows of no grant', async () => {
  const practice = practise({ lie: 'no-grants' });
  const { status, body } = await connected(practice);
  expect(status).toBe(200);
  const ask = (path: string) => askGraph(practice, `/v1.0${path}`, String(body['access_token']));
  expect((await ask('/oauth2PermissionGrants')).body.value).toEqual([]);
  expect((await ask('/organization')).body.value![0]!['id']).toBe(practice.tenantId);
});

test('wrong-tenant: only the organisation is another', async () => {
  const practice = practise({ lie: 'wrong-tenant' });
  const { body } = await connected(practice);
  const { body: answer } = await askGraph(practice, '/v1.0/organization', String(body['access_token']));
  expect(answer.value![0]!['id']).not.toBe(practice.tenantId);
  expect(decodeJwt(String(body['id_token']))['tid']).toBe(practice.tenantId);
});

test('old-token: every refresh gives the same token, made before the consent, and Graph takes it', async () => {
  const practice = practise({ lie: 'old-token' });
  const before = practice.world.clock.seconds();
  const { body } = await connected(practice);
  const form = { ...proof(practice), grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) };
  const answers = [await token(practice, form), await token(practice, form)];
  const claims = answers.map((answer) => decodeJwt(String(answer.body['access_token'])));
  expect(claims[0]!.iat).toBeLessThanOrEqual(before - 3590);
  expect(claims[1]).toEqual(claims[0]);
  expect((await askGraph(practice, '/v1.0/organization', String(answers[1]!.body['access_token']))).status).toBe(200);
});

test('redirect-only: the redirect says yes, nothing is granted and the code buys nothing', async () => {
  const practice = practise({ lie: 'redirect-only' });
  const { left } = await accept(practice.browse(), consentAddress(practice), practice.admin, true);
  const answer = await token(practice, codeForm(practice, left!.searchParams.get('code')!));
  expect([answer.status, answer.body['error'], answer.body['error_codes']]).toEqual([400, 'invalid_grant', [70000]]);
  const admin = await accept(practice.browse(), adminConsentAddress(practice), practice.admin, false);
  expect(admin.left!.searchParams.get('admin_consent')).toBe('True');
  expect(admin.left!.searchParams.get('tenant')).toBe(practice.tenantId);
  const { directory } = practice.world.state;
  expect(directory.servicePrincipal(practice.tenantId, practice.registrations.consent.clientId)).toBeUndefined();
});

test.each(['old-token', 'redirect-only'] as const)('%s leaves the operator’s own sign-in alone', async (lie) => {
  const practice = practise({ lie });
  const { extension } = practice.registrations;
  const { left } = await signIn(practice.browse(), operatorAddress(practice), practice.operator);
  const code = new URLSearchParams(left!.hash.slice(1)).get('code')!;
  const where = { segment: practice.providerTenantId, origin: 'chrome-extension://x' };
  const more = { client_id: extension.clientId, client_secret: undefined, redirect_uri: extension.redirects[0]!.uri };
  const first = await token(practice, codeForm(practice, code, more), where);
  expect(first.status).toBe(200);
  const form = {
    client_id: extension.clientId,
    grant_type: 'refresh_token',
    refresh_token: String(first.body['refresh_token']),
  };
  const second = await token(practice, form, where);
  expect(decodeJwt(String(second.body['access_token'])).iat).toBeGreaterThan(practice.world.clock.seconds() - 360);
});
