import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  ConfidentialClientApplication,
  CryptoProvider,
  InteractionRequiredAuthError,
  PublicClientApplication,
  ServerError,
} from '@azure/msal-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accept, graphScopes, signIn } from './testing/journeys.ts';
import type { Person } from './directory/records.ts';
import { start, type Started } from './testing/started.ts';

const scopes = graphScopes.split(' ').slice(3);
let practice: Started;

beforeAll(async () => {
  practice = await start();
});
afterAll(() => practice.stop());

/** Microsoft's library as it comes: only its metadata says that the endpoints are elsewhere. */
function configuration(tenantId: string, clientId: string, login = practice.login) {
  const at = (path: string) => `${login}/${tenantId}${path}`;
  return {
    clientId,
    authority: `https://login.microsoftonline.com/${tenantId}`,
    authorityMetadata: JSON.stringify({
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      authorization_endpoint: at('/oauth2/v2.0/authorize'),
      token_endpoint: at('/oauth2/v2.0/token'),
      end_session_endpoint: at('/oauth2/v2.0/logout'),
      jwks_uri: at('/discovery/v2.0/keys'),
    }),
  };
}

function application(clientSecret = practice.secret) {
  const { customer, registrations } = practice.situation;
  const auth = configuration(customer.tenantId, registrations.consent.clientId);
  return new ConfidentialClientApplication({ auth: { ...auth, clientSecret } });
}

/** The way to a code, with PKCE, state and nonce as MSAL makes them: what is redeemed for tokens, as often as it is let. */
async function approve(client: ConfidentialClientApplication, nonce = 'a-nonce', redeemedWith = nonce) {
  const { challenge, verifier } = await new CryptoProvider().generatePkceCodes();
  const redirectUri = practice.situation.registrations.consent.redirectUris[0]!;
  const address = await client.getAuthCodeUrl({
    scopes,
    redirectUri,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    prompt: 'select_account',
    state: 'a-state',
    nonce,
  });
  const path = address.replace(practice.login, '');
  const admin = practice.admin as unknown as Person;
  let shown = await signIn(practice.browse(), path, admin);
  if (shown.buttons.includes('Accept')) shown = await accept(practice.browse(), path, admin, true);
  const code = shown.left!.searchParams.get('code')!;
  expect(shown.left!.searchParams.get('state')).toBe('a-state');
  const ask = { scopes, redirectUri, code, codeVerifier: verifier, state: 'a-state', nonce: redeemedWith };
  const came = { code, state: shown.left!.searchParams.get('state')!, nonce: redeemedWith };
  return { redeem: (by: ConfidentialClientApplication) => by.acquireTokenByCode(ask, came) };
}

const consent = async (client: ConfidentialClientApplication, nonce?: string, redeemedWith?: string) =>
  (await approve(client, nonce, redeemedWith)).redeem(client);

const thrown = async (work: Promise<unknown>): Promise<ServerError> => {
  const error: unknown = await work.then(
    () => undefined,
    (problem: unknown) => problem,
  );
  expect(error).toBeInstanceOf(Error);
  return error as ServerError;
};

describe('@azure/msal-node takes the practice tenant for Microsoft', () => {
  test('authorization code with PKCE and nonce, then silently, by refresh, and for the application itself', async () => {
    const client = application();
    const first = await consent(client);
    const { customer } = practice.situation;
    expect(first).toMatchObject({
      tenantId: customer.tenantId,
      uniqueId: practice.admin.objectId,
      fromCache: false,
      account: {
        username: practice.admin.username,
        homeAccountId: `${practice.admin.objectId}.${customer.tenantId}`,
      },
      idTokenClaims: { nonce: 'a-nonce', tid: customer.tenantId },
    });
    expect(first.scopes).toEqual(expect.arrayContaining(scopes));

    const account = first.account!;
    const cached = await client.acquireTokenSilent({ account, scopes: ['Organization.Read.All'] });
    expect(cached).toMatchObject({ fromCache: true, accessToken: first.accessToken });
    const refreshed = await client.acquireTokenSilent({ account, scopes, forceRefresh: true });
    expect(refreshed.fromCache).toBe(false);
    expect(refreshed.accessToken).not.toBe(first.accessToken);

    const cache = JSON.parse(client.getTokenCache().serialize()) as {
      RefreshToken: Record<string, { secret: string }>;
    };
    const [{ secret: refreshToken }] = Object.values(cache.RefreshToken) as [{ secret: string }];
    const byToken = await application().acquireTokenByRefreshToken({
      refreshToken,
      scopes: ['https://graph.microsoft.com/.default'],
    });
    expect(byToken!.scopes).toContain('https://graph.microsoft.com/Directory.Read.All');

    const forItself = { scopes: ['https://graph.microsoft.com/.default'] };
    const own = await client.acquireTokenByClientCredential(forItself);
    expect(own).toMatchObject({ fromCache: false, account: null });
    expect((await client.acquireTokenByClientCredential(forItself))!.fromCache).toBe(true);
    expect((await client.acquireTokenByClientCredential({ ...forItself, skipCache: true }))!.accessToken).not.toBe(
      own!.accessToken,
    );
  });

  test('a nonce that is not ours is noticed', async () => {
    const error = await thrown(consent(application(), 'one', 'another'));
    expect(error.errorCode).toBe('nonce_mismatch');
  });

  test('a password works without a second factor, and asks for interaction with one', async () => {
    const client = application();
    await consent(client);
    const member = practice.situation.customer.people.find(({ roles }) => roles.length === 0)!;
    const { username, password } = member;
    const result = await client.acquireTokenByUsernamePassword({ username, password, scopes: ['User.Read'] });
    expect(result!.account!.username).toBe(username);
    const admin = { username: practice.admin.username, password: practice.admin.password, scopes: ['User.Read'] };
    const error = await thrown(application().acquireTokenByUsernamePassword(admin));
    expect(error).toBeInstanceOf(InteractionRequiredAuthError);
    expect([error.errorNo, error.subError]).toEqual([50076, 'basic_action']);
  });

  test('a certificate, as Microsoft’s own library signs with it', async () => {
    const certified = await start('--situation', 'proseware-application-by-a-certificate');
    try {
      const { customer, registrations } = certified.situation;
      const pem = readFileSync(registrations.consent.certificateFile!, 'utf8');
      const { fingerprint256 } = new X509Certificate(pem);
      const auth = configuration(customer.tenantId, registrations.consent.clientId, certified.login);
      const ask = async (thumbprintSha256: string) => {
        const client = new ConfidentialClientApplication({
          auth: {
            ...auth,
            clientCertificate: { thumbprintSha256, privateKey: pem.slice(pem.indexOf('-----BEGIN PR')) },
          },
        });
        const work = client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
        return (await thrown(work)).errorNo;
      };
      // The client is known by its certificate: what lacks is the consent. One that was not uploaded is not.
      const thumbprint = fingerprint256.replaceAll(':', '');
      expect([await ask(thumbprint), await ask('00'.repeat(32))]).toEqual([700016, 700027]);
    } finally {
      await certified.stop();
    }
  });

  test.each([
    ['a wrong secret', 'wrong', 'invalid_client', 7000215],
    ['a tenant that is not there', undefined, 'invalid_tenant', 90002],
  ] as const)('%s: %s', async (_, secret, code, number) => {
    const { clientId } = practice.situation.registrations.consent;
    const nowhere = configuration('nobody.example', clientId);
    const client =
      secret === undefined
        ? new ConfidentialClientApplication({ auth: { ...nowhere, clientSecret: practice.secret } })
        : application(secret);
    const error = await thrown(
      client.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] }),
    );
    expect(error).toBeInstanceOf(ServerError);
    expect([error.errorCode, error.errorNo]).toEqual([code, number]);
    expect(error.correlationId).toMatch(/^[\da-f-]{36}$/);
  });

  test('a used code and a withdrawn consent are told apart by their numbers', async () => {
    const client = application();
    const { redeem } = await approve(client);
    const { account } = await redeem(client);
    const used = await thrown(redeem(application()));
    expect([used.errorCode, used.errorNo]).toEqual(['invalid_grant', 54005]);
    await fetch(`${practice.oracle}/faults`, { method: 'POST', body: JSON.stringify({ revokeGrants: true }) });
    const gone = await thrown(client.acquireTokenSilent({ account: account!, scopes, forceRefresh: true }));
    expect(gone).toBeInstanceOf(InteractionRequiredAuthError);
    expect([gone.errorNo, gone.subError]).toEqual([65001, 'consent_required']);
  });

  test('a public client signs an operator in only from a browser', async () => {
    const { provider, registrations } = practice.situation;
    const client = new PublicClientApplication({
      auth: configuration(provider.tenantId, registrations.extension.clientId),
    });
    const { challenge, verifier } = await new CryptoProvider().generatePkceCodes();
    const redirectUri = registrations.extension.redirectUris[0]!;
    const address = await client.getAuthCodeUrl({
      scopes: [registrations.api.scope],
      redirectUri,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
    });
    const operator = provider.operators[1] as unknown as Person;
    const { left } = await signIn(practice.browse(), address.replace(practice.login, ''), operator);
    const code = left!.searchParams.get('code')!;
    const error = await thrown(
      client.acquireTokenByCode({ scopes: [registrations.api.scope], redirectUri, code, codeVerifier: verifier }),
    );
    expect(error.errorNo).toBe(9002327);
  });
});
