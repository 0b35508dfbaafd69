import { describe, expect, test } from 'vitest';
import { codeForm, operatorAddress, signIn, token, verifier } from '../../testing/journeys.ts';
import { practise } from '../../testing/practice.ts';
import { freshCode, operatorTokens, refusalOf } from '../../testing/token-journeys.ts';

describe('authorization_code', () => {
  test('buys every token, once', async () => {
    const practice = practise();
    const code = await freshCode(practice);
    const first = await token(practice, codeForm(practice, code));
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toContain('no-store');
    expect(first.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: expect.any(Number),
      refresh_token: expect.any(String),
    });
    expect(first.body['scope']).toBe(
      'openid profile User.Read Organization.Read.All Directory.Read.All TeamsTelephoneNumber.ReadWrite.All TeamsPolicyUserAssign.ReadWrite.All',
    );
    const again = await token(practice, codeForm(practice, code));
    expect(refusalOf(again)).toEqual({ status: 400, error: 'invalid_grant', code: 54005 });
    expect(again.body).not.toHaveProperty('access_token');
  });

  test.each([
    ['another verifier', { code_verifier: 'wrong' }, 'invalid_grant', 501481],
    ['no verifier', { code_verifier: undefined }, 'invalid_grant', 501481],
    [
      'another redirect address',
      { redirect_uri: 'http://127.0.0.1:8787/admin-consent/callback' },
      'invalid_grant',
      70000,
    ],
    ['no redirect address', { redirect_uri: undefined }, 'invalid_grant', 70000],
    ['no code', { code: undefined }, 'invalid_request', 900144],
    ['a made-up code', { code: '1.AXmadeup' }, 'invalid_grant', 70000],
    ['a scope nobody granted', { scope: 'Domain.Read.All' }, 'invalid_grant', 65001],
    ['a scope that does not exist', { scope: 'Mailbox.Devour' }, 'invalid_scope', 70011],
    ['an unknown resource', { scope: 'https://nobody.example/Read' }, 'invalid_resource', 500011],
  ] as const)('%s buys nothing', async (_, more, error, code) => {
    const practice = practise();
    const answer = await token(practice, codeForm(practice, await freshCode(practice), more));
    expect(refusalOf(answer)).toEqual({ status: 400, error, code });
    expect(answer.body).not.toHaveProperty('access_token');
  });

  test.each([
    ['no secret', { client_secret: undefined }, 7000218],
    ['a wrong secret', { client_secret: 'wrong' }, 7000215],
    ['the secret’s id in its place', { client_secret: '9d2c2b8e-6f0a-4b44-9b35-6f0f6a1f5c33' }, 7000215],
    [
      'an assertion that nobody registered',
      {
        client_secret: undefined,
        client_assertion: 'a.b.c',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      },
      700027,
    ],
  ] as const)('%s is no proof of the client', async (_, more, code) => {
    const practice = practise();
    const answer = await token(practice, codeForm(practice, await freshCode(practice), more));
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', code });
  });

  test('the secret may come in a Basic header', async () => {
    const practice = practise();
    const { client_id: id, client_secret: secret, ...form } = codeForm(practice, await freshCode(practice));
    const response = await practice.signIn.request(
      `https://login.microsoftonline.com/${practice.tenantId}/oauth2/v2.0/token`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${btoa(`${encodeURIComponent(id!)}:${encodeURIComponent(secret!)}`)}`,
        },
        body: new URLSearchParams(form as Record<string, string>).toString(),
      },
    );
    expect(response.status).toBe(200);
  });

  test('a code is good for ten minutes', async () => {
    const practice = practise();
    const code = await freshCode(practice);
    practice.world.clock.move(10 * 60);
    expect(refusalOf(await token(practice, codeForm(practice, code))).code).toBe(70008);
  });

  test('a code is good in its own tenant, and at /organizations', async () => {
    const practice = practise();
    const form = codeForm(practice, await freshCode(practice));
    const elsewhere = await token(practice, form, { segment: practice.providerTenantId });
    expect(refusalOf(elsewhere).code).toBe(700005);
    expect((await token(practice, form, { segment: 'organizations' })).status).toBe(200);
  });

  test('a browser cannot redeem the code of a server, nor a server that of a browser', async () => {
    const practice = practise();
    const form = codeForm(practice, await freshCode(practice));
    expect(refusalOf(await token(practice, form, { origin: 'https://evil.example' })).code).toBe(9002326);
    const { left } = await signIn(practice.browse(), operatorAddress(practice), practice.operator);
    const { extension } = practice.registrations;
    const answer = await token(
      practice,
      {
        client_id: extension.clientId,
        grant_type: 'authorization_code',
        code: new URLSearchParams(left!.hash.slice(1)).get('code')!,
        redirect_uri: extension.redirects[0]!.uri,
        code_verifier: verifier,
      },
      { segment: practice.providerTenantId },
    );
    expect(refusalOf(answer).code).toBe(9002327);
  });

  test('a single page redeems from its origin, without a secret, and is told how long it may refresh', async () => {
    const practice = practise();
    const answer = await operatorTokens(practice);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.body).toMatchObject({ refresh_token_expires_in: 86_400 });
    expect(refusalOf(await operatorTokens(practice, { client_secret: 'x' })).code).toBe(700025);
  });
});
