import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  accept,
  adminConsentAddress,
  codeForm,
  connected,
  consentAddress,
  operatorAddress,
  proof,
  signIn,
  token,
  verifier,
} from '../testing/journeys.ts';
import { practise, type Practice } from '../testing/practice.ts';

const extensionOrigin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const ours = 'https://graph.microsoft.com/.default';

async function freshCode(practice: Practice, more = {}): Promise<string> {
  const { left } = await accept(practice.browse(), consentAddress(practice, more), practice.admin, true);
  return left!.searchParams.get('code')!;
}

/** The operator's sign-in at the extension, redeemed. */
async function operatorTokens(practice: Practice, more = {}, person = practice.operator) {
  const { left } = await signIn(practice.browse(), operatorAddress(practice), person);
  const { extension } = practice.registrations;
  const form = {
    client_id: extension.clientId,
    grant_type: 'authorization_code',
    code: new URLSearchParams(left!.hash.slice(1)).get('code')!,
    redirect_uri: extension.redirects[0]!.uri,
    code_verifier: verifier,
    ...more,
  };
  return token(practice, form, { segment: practice.providerTenantId, origin: extensionOrigin });
}

const refusalOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => ({
  status,
  error: body['error'],
  code: (body['error_codes'] as number[] | undefined)?.[0],
});

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
    ['an assertion that nobody registered', { client_secret: undefined, client_assertion: 'a.b.c' }, 700027],
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

describe('what the tokens say', () => {
  test('the id_token names tenant, person, directory roles and nonce', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const claims = decodeJwt(body['id_token'] as string);
    expect(claims).toMatchObject({
      iss: `https://login.microsoftonline.com/${practice.tenantId}/v2.0`,
      aud: practice.registrations.consent.clientId,
      tid: practice.tenantId,
      oid: practice.admin.id,
      name: practice.admin.name,
      preferred_username: practice.admin.username,
      nonce: 'the-nonce',
      ver: '2.0',
      wids: ['62e90394-69f5-4237-9190-012177145e10', 'b79fbf4d-3ef9-4689-8143-76b194e85509'],
    });
    const { uid, utid } = JSON.parse(Buffer.from(body['client_info'] as string, 'base64url').toString()) as Record<
      string,
      string
    >;
    expect([uid, utid]).toEqual([practice.admin.id, practice.tenantId]);
  });

  test('without a nonce in the request there is none in the token', async () => {
    const practice = practise();
    const { body } = await token(practice, codeForm(practice, await freshCode(practice, { nonce: undefined })));
    expect(decodeJwt(body['id_token'] as string)).not.toHaveProperty('nonce');
  });

  test('the token for Graph has the granted scopes and is of version 1', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const claims = decodeJwt(body['access_token'] as string);
    expect(claims).toMatchObject({
      aud: '00000003-0000-0000-c000-000000000000',
      iss: `https://sts.windows.net/${practice.tenantId}/`,
      appid: practice.registrations.consent.clientId,
      tid: practice.tenantId,
      oid: practice.admin.id,
      idtyp: 'user',
      amr: ['pwd', 'mfa'],
      ver: '1.0',
    });
    expect(String(claims['scp']).split(' ')).toContain('Directory.Read.All');
    expect(String(claims['scp'])).not.toContain('offline_access');
    expect(claims.exp! - claims.iat!).toBeGreaterThanOrEqual(3600);
  });

  test.each(['operatorAdmin', 'operator', 'monitor'] as const)(
    'the token for our API carries the role of the %s',
    async (who) => {
      const practice = practise();
      const { body } = await operatorTokens(practice, {}, practice[who]);
      expect(decodeJwt(body['access_token'] as string)).toMatchObject({
        aud: practice.registrations.api.clientId,
        iss: `https://login.microsoftonline.com/${practice.providerTenantId}/v2.0`,
        azp: practice.registrations.extension.clientId,
        scp: 'access_as_user',
        roles: [{ operatorAdmin: 'Admin', operator: 'Operator', monitor: 'Monitor' }[who]],
        oid: practice[who].id,
        ver: '2.0',
      });
      expect(body['scope']).toBe(`api://${practice.registrations.api.clientId}/access_as_user`);
    },
  );

  test('no two tokens are the same, in one second neither', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const form = { ...proof(practice), grant_type: 'refresh_token', refresh_token: body['refresh_token'] as string };
    const answers = await Promise.all([token(practice, form), token(practice, form), token(practice, form)]);
    const utis = answers.map((answer) => decodeJwt(answer.body['access_token'] as string)['uti']);
    expect(new Set(utis).size).toBe(3);
  });
});

describe('refresh_token', () => {
  const refresh = (practice: Practice, refreshToken: unknown, more = {}, where = {}) =>
    token(
      practice,
      { ...proof(practice), grant_type: 'refresh_token', refresh_token: String(refreshToken), scope: ours, ...more },
      where,
    );

  test('gives a new one, and the old one stays good', async () => {
    const practice = practise();
    const { body } = await connected(practice);
    const next = await refresh(practice, body['refresh_token']);
    expect(next.status).toBe(200);
    expect(next.body['refresh_token']).not.toBe(body['refresh_token']);
    expect(next.body['scope']).toContain('https://graph.microsoft.com/Directory.Read.All');
    expect(next.body['scope']).toContain(ours);
    expect((await refresh(practice, body['refresh_token'])).status).toBe(200);
  });

  test('sees what was granted since, and not what was taken away', async () => {
    const practice = practise();
    const { body } = await connected(practice, false);
    await accept(practice.browse(), adminConsentAddress(practice), practice.admin, false);
    expect((await refresh(practice, body['refresh_token'])).status).toBe(200);
    practice.world.state.directory.revoke(practice.tenantId, practice.registrations.consent.clientId);
    const refused = await refresh(practice, body['refresh_token']);
    expect(refusalOf(refused)).toEqual({ status: 400, error: 'invalid_grant', code: 65001 });
    expect(refused.body['suberror']).toBe('consent_required');
  });

  test.each([
    ['a made-up one', {}, {}, '1.ARmadeup', 70000],
    ['one without the secret', { client_secret: undefined }, {}, undefined, 7000218],
    ['one sent by a browser', {}, { origin: 'https://evil.example' }, undefined, 9002326],
    ['one sent to another tenant', {}, { segment: 'northwindvoice.onmicrosoft.com' }, undefined, 50020],
  ] as const)('%s is refused', async (_, more, where, made, code) => {
    const practice = practise();
    const { body } = await connected(practice);
    expect(refusalOf(await refresh(practice, made ?? body['refresh_token'], more, where)).code).toBe(code);
  });

  test('another application’s is refused', async () => {
    const practice = practise();
    const { body } = await operatorTokens(practice);
    const answer = await refresh(practice, body['refresh_token'], {}, { segment: practice.providerTenantId });
    expect(refusalOf(answer).code).toBe(70000);
  });

  test('a single page’s ends after a day, however often it was used; a server’s after ninety idle days', async () => {
    const practice = practise();
    const spa = await operatorTokens(practice);
    const form = (refreshToken: unknown) => ({
      client_id: practice.registrations.extension.clientId,
      grant_type: 'refresh_token',
      refresh_token: String(refreshToken),
    });
    const where = { segment: practice.providerTenantId, origin: extensionOrigin };
    const { body } = await connected(practice);
    practice.world.clock.move(23 * 3600);
    const later = await token(practice, form(spa.body['refresh_token']), where);
    expect(later.body['refresh_token_expires_in']).toBe(3600);
    practice.world.clock.move(3600);
    expect(refusalOf(await token(practice, form(later.body['refresh_token']), where)).code).toBe(700084);
    expect((await refresh(practice, body['refresh_token'])).status).toBe(200);
    practice.world.clock.move(90 * 24 * 3600);
    expect(refusalOf(await refresh(practice, body['refresh_token'])).code).toBe(700082);
  });
});

describe('client_credentials', () => {
  const ask = (practice: Practice, more = {}, where = {}) =>
    token(practice, { ...proof(practice), grant_type: 'client_credentials', scope: ours, ...more }, where);

  test('in a tenant that never consented the application is not found', async () => {
    expect(refusalOf(await ask(practise()))).toEqual({ status: 400, error: 'unauthorized_client', code: 700016 });
  });

  test('after consent it buys a token without person, scopes or refresh', async () => {
    const practice = practise();
    await connected(practice);
    const { status, body } = await ask(practice);
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(['access_token', 'expires_in', 'ext_expires_in', 'token_type']);
    const claims = decodeJwt(body['access_token'] as string);
    expect(claims).toMatchObject({ idtyp: 'app', tid: practice.tenantId });
    expect(claims).not.toHaveProperty('scp');
    expect(claims).not.toHaveProperty('roles');
  });

  test.each([
    ['single scopes', { scope: 'https://graph.microsoft.com/User.Read' }, {}, 1002012],
    ['two resources', { scope: `${ours} ${ours}` }, {}, 1002012],
    ['no secret', { client_secret: undefined }, {}, 7000218],
    ['a browser', {}, { origin: 'https://evil.example' }, 9002326],
    ['no tenant in particular', {}, { segment: 'organizations' }, 50059],
    ['an unknown resource', { scope: 'https://nobody.example/.default' }, {}, 500011],
  ] as const)('%s: refused', async (_, more, where, code) => {
    const practice = practise();
    await connected(practice);
    expect(refusalOf(await ask(practice, more, where)).code).toBe(code);
  });
});

describe('password', () => {
  const ask = (practice: Practice, person: { username: string; password: string }, more = {}, where = {}) =>
    token(
      practice,
      {
        ...proof(practice),
        grant_type: 'password',
        username: person.username,
        password: person.password,
        scope: 'openid profile offline_access User.Read',
        ...more,
      },
      where,
    );

  test('works for whoever has no second factor and has consented', async () => {
    const practice = practise();
    await connected(practice);
    const { status, body } = await ask(practice, practice.member);
    expect(status).toBe(200);
    expect(decodeJwt(body['id_token'] as string)).toMatchObject({ oid: practice.member.id });
  });

  test('never answers a second factor', async () => {
    const practice = practise();
    await connected(practice);
    const answer = await ask(practice, practice.admin);
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_grant', code: 50076 });
    expect(answer.body['suberror']).toBe('basic_action');
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, {}, 50126],
    ['an account of another tenant', { username: 'somebody@example.org' }, {}, 50034],
    ['no password', { password: undefined }, {}, 900144],
    ['a scope nobody consented to', { scope: 'Domain.Read.All' }, {}, 65001],
    ['/common', {}, { segment: 'common' }, 9001023],
  ] as const)('%s: refused', async (_, more, where, code) => {
    const practice = practise();
    await connected(practice);
    expect(refusalOf(await ask(practice, practice.member, more, where)).code).toBe(code);
  });

  test('consents to nothing by itself', async () => {
    const practice = practise();
    expect(refusalOf(await ask(practice, practice.member)).code).toBe(65001);
  });

  test('ten wrong ones lock the account', async () => {
    const practice = practise();
    await connected(practice);
    for (let tries = 0; tries < 10; tries += 1) await ask(practice, practice.member, { password: 'wrong' });
    expect(refusalOf(await ask(practice, practice.member)).code).toBe(50053);
  });
});

describe('the endpoint', () => {
  test.each([
    ['no grant type', { grant_type: undefined }, {}, 'invalid_request', 900144],
    ['an unknown grant type', { grant_type: 'magic' }, {}, 'unsupported_grant_type', 70003],
    ['no client', { client_id: undefined }, {}, 'invalid_request', 900144],
    ['an unknown client', { client_id: 'f0000000-0000-4000-8000-000000000000' }, {}, 'unauthorized_client', 700016],
    ['an unknown tenant', {}, { segment: 'nobody.example' }, 'invalid_tenant', 90002],
  ] as const)('%s: refused', async (_, more, where, error, code) => {
    const practice = practise();
    const answer = await token(practice, codeForm(practice, 'x', more), where);
    expect(refusalOf(answer)).toEqual({ status: 400, error, code });
  });

  test('a body that is no form is refused, and so is GET', async () => {
    const practice = practise();
    const address = `https://login.microsoftonline.com/${practice.tenantId}/oauth2/v2.0/token`;
    const json = await practice.signIn.request(address, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await json.json()).toMatchObject({ error_codes: [9002313] });
    const get = await practice.signIn.request(address);
    expect(await get.json()).toMatchObject({ error_codes: [900561] });
  });

  test('an error carries the id under which it was logged', async () => {
    const practice = practise();
    const answer = await token(practice, codeForm(practice, 'x', { client_secret: 'wrong' }));
    expect(answer.body).toMatchObject({
      trace_id: answer.headers.get('x-ms-request-id'),
      error_uri: 'https://login.microsoftonline.com/error?code=7000215',
    });
    expect(practice.log.all().at(-1)).toMatchObject({
      requestId: answer.body['trace_id'],
      error: 'AADSTS7000215',
      status: 401,
    });
  });
});
