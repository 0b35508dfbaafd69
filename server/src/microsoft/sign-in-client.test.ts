import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { makeClientCertificate } from '../../sandbox/keys/client-certificate.ts';
import { certificateIn } from '../sealing/consent-credential.ts';
import { Secret } from '../sealing/secret.ts';
import { NoAnswer } from './cloud-fetch.ts';
import { fakeNetwork, sampleCloud } from './microsoft-samples.ts';
import { createSignInClient } from './sign-in-client.ts';

const tenantId = '7c1a2b3c-0000-4000-8000-00000000a001';
const now = () => new Date('2026-11-02T09:00:00.000Z');
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;

const tokens = (change: object = {}) => ({
  token_type: 'Bearer',
  expires_in: 3600,
  ext_expires_in: 3600,
  scope: 'https://graph.microsoft.com/Directory.Read.All',
  access_token: jwt({ iat: 1793610000, tid: tenantId.toUpperCase() }),
  refresh_token: 'the-new-refresh-token',
  id_token: jwt({ tid: tenantId, oid: 'o', preferred_username: 'megan@contoso.com', ver: '2.0' }),
  client_info: part({ uid: 'o', utid: tenantId }),
  ...change,
});

function client(answer: () => Response | Promise<Response>) {
  const network = fakeNetwork(answer);
  const signIn = createSignInClient({
    cloud: sampleCloud,
    fetch: network.login,
    clientId: 'the-client',
    credential: { kind: 'secret', secret: new Secret('the-secret'), expiresAt: null },
    now,
  });
  const refresh = () => signIn.refresh({ tenantId, refresh: new Secret('the-refresh-token') });
  return { refresh, sent: network.sent };
}

test('a refresh goes over the network each time, to the pinned tenant, and says what the wire said', async () => {
  const { refresh, sent } = client(() => Response.json(tokens(), { headers: { 'x-ms-request-id': 'request-1' } }));
  const first = await refresh();
  await refresh();
  expect(first.observation).toEqual({
    state: 'issued',
    receivedAt: '2026-11-02T09:00:00.000Z',
    issuedAt: new Date(1793610000_000).toISOString(),
    tenantId,
    permissions: null,
    requestId: 'request-1',
  });
  expect(first.upstream).toEqual([{ what: 'token: refresh_token', requestId: 'request-1', status: 200 }]);
  expect(first.tokens?.refresh?.reveal()).toBe('the-new-refresh-token');
  expect(sent).toHaveLength(2);
  expect(sent[0]?.address).toMatch(new RegExp(`^http://127.0.0.1:1/${tenantId}/oauth2/v2.0/token`));
  const form = new URLSearchParams(sent[0]?.body);
  expect([form.get('grant_type'), form.get('refresh_token')]).toEqual(['refresh_token', 'the-refresh-token']);
  expect(form.get('scope')?.split(' ')).toContain('https://graph.microsoft.com/.default');
});

test('a token that cannot be read says nothing of its age or tenant', async () => {
  const { refresh } = client(() => Response.json(tokens({ access_token: 'opaque' })));
  expect((await refresh()).observation).toMatchObject({ state: 'issued', issuedAt: null, tenantId: null });
});

const refusal = (error: string, codes: readonly number[], more: object = {}) => ({
  error,
  error_description: `AADSTS${codes[0]}: text`,
  error_codes: codes,
  correlation_id: 'correlation-1',
  ...more,
});

describe('a certificate in place of the secret', async () => {
  const { file, registered } = await makeClientCertificate(365);
  const credential = certificateIn(file)!;

  test.each(['refresh_token', 'client_credentials'])('%s carries a statement for that one tenant', async (grant) => {
    const network = fakeNetwork(() => Response.json(tokens()));
    const signIn = createSignInClient({
      cloud: sampleCloud,
      fetch: network.login,
      clientId: 'the-client',
      credential,
      now,
    });
    await (grant === 'refresh_token'
      ? signIn.refresh({ tenantId, refresh: new Secret('the-refresh-token') })
      : signIn.asApplication({ tenantId }));
    const form = new URLSearchParams(network.sent[0]?.body);
    expect(form.get('grant_type')).toBe(grant);
    expect(form.get('client_secret')).toBeNull();
    expect(form.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    const { payload, protectedHeader } = await jwtVerify(form.get('client_assertion')!, registered.publicKey, {
      currentDate: now(),
    });
    expect(protectedHeader).toEqual({ alg: 'PS256', typ: 'JWT', 'x5t#S256': registered.thumbprint });
    expect(payload).toEqual({
      iss: 'the-client',
      sub: 'the-client',
      aud: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      nbf: now().getTime() / 1000,
      exp: now().getTime() / 1000 + 300,
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  test('no statement is used twice', async () => {
    const network = fakeNetwork(() => Response.json(tokens()));
    const settings = { cloud: sampleCloud, fetch: network.login, clientId: 'the-client', credential, now };
    const signIn = createSignInClient(settings);
    await signIn.asApplication({ tenantId });
    await signIn.asApplication({ tenantId });
    const sent = network.sent.map(({ body }) => new URLSearchParams(body).get('client_assertion'));
    expect(new Set(sent).size).toBe(2);
  });
});

describe('permissions of two resources', () => {
  const teams = '48ac35b8-9aa8-4d74-927d-1f4a14a0b239';
  const scopes = ['openid', 'Directory.Read.All', `${teams}/user_impersonation`];
  const open = () => {
    const network = fakeNetwork(() => Response.json(tokens()));
    const credential = { kind: 'secret', secret: new Secret('the-secret'), expiresAt: null } as const;
    const settings = { cloud: sampleCloud, fetch: network.login, clientId: 'the-client', credential, now };
    return { signIn: createSignInClient(settings), sent: network.sent };
  };
  const scopesIn = (text: string | null) => text?.split(' ').filter((scope) => scope.includes('/'));

  test('are asked for on one page, each with its own resource before it', async () => {
    const address = await open().signIn.authorizeAddress({
      tenantId,
      redirectUri: 'https://latchkey.example/consent/callback',
      scopes,
      state: 's',
      nonce: 'n',
      challenge: 'c',
    });
    expect(scopesIn(new URL(address).searchParams.get('scope'))).toEqual([
      'https://graph.microsoft.com/Directory.Read.All',
      `${teams}/user_impersonation`,
    ]);
  });

  test('need a token each: the code buys Graph’s, the refresh token the other', async () => {
    const { signIn, sent } = open();
    const redirectUri = 'https://latchkey.example/consent/callback';
    await signIn.redeem({ tenantId, code: 'c', verifier: 'v', nonce: 'n', redirectUri, scopes });
    await signIn.refresh({ tenantId, refresh: new Secret('r'), resourceAppId: teams });
    await signIn.asApplication({ tenantId, resourceAppId: teams });
    expect(sent.map(({ body }) => scopesIn(new URLSearchParams(body).get('scope')))).toEqual([
      ['https://graph.microsoft.com/Directory.Read.All'],
      [`${teams}/.default`],
      [`${teams}/.default`],
    ]);
  });
});

describe('a refusal', () => {
  test.each([
    ['invalid_grant', 50173, undefined],
    ['invalid_grant', 65001, 'consent_required'],
    ['interaction_required', 50076, 'basic_action'],
    ['invalid_client', 7000215, undefined],
    ['unauthorized_client', 700016, undefined],
  ])('%s with AADSTS%s keeps its error, its number and its ids', async (error, number, suberror) => {
    const { refresh } = client(() =>
      Response.json(refusal(error, [number, 1], suberror === undefined ? {} : { suberror }), {
        status: 400,
        headers: { 'x-ms-request-id': 'request-1' },
      }),
    );
    const { observation, tokens: given, upstream } = await refresh();
    expect(observation).toEqual({
      state: 'refused',
      error,
      suberror: suberror ?? null,
      aadsts: number,
      correlationId: 'correlation-1',
      requestId: 'request-1',
    });
    expect(given).toBeUndefined();
    expect(upstream).toEqual([{ what: 'token: refresh_token', requestId: 'request-1', status: 400 }]);
  });

  test('without numbers takes the one in the text', async () => {
    const { refresh } = client(() =>
      Response.json({ error: 'invalid_grant', error_description: 'AADSTS700082: old' }, { status: 400 }),
    );
    expect((await refresh()).observation).toMatchObject({ state: 'refused', aadsts: 700082 });
  });
});

describe('what says nothing about the connection', () => {
  test.each([
    [429, '17', 17],
    [503, '', null],
    [500, '', null],
  ])('%s is unreachable, and is asked again at once when somebody asks again', async (status, header, seconds) => {
    const { refresh, sent } = client(() =>
      Response.json(refusal('temporarily_unavailable', [90055]), { status, headers: { 'retry-after': header } }),
    );
    const expected = { state: 'unreachable', status, retryAfterSeconds: seconds };
    expect((await refresh()).observation).toMatchObject(expected);
    expect((await refresh()).observation).toMatchObject(expected);
    // Neither MSAL's own retries nor its local throttle stand between.
    expect(sent).toHaveLength(2);
  });

  test('no answer', async () => {
    const { refresh } = client(() => Promise.reject(new NoAnswer('x')));
    expect((await refresh()).observation).toMatchObject({ state: 'unreachable', status: null });
  });
});

test.each([
  ['nothing in it', {}],
  ['a page', '<html>'],
])('a good status with %s gives no token', async (_, body) => {
  const { refresh } = client(() => (typeof body === 'string' ? new Response(body) : Response.json(body)));
  const answer = await refresh();
  expect(answer.tokens).toBeUndefined();
  expect(answer.observation.state).not.toBe('issued');
});
