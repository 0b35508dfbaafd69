import * as oidc from 'openid-client';
import { describe, expect, test } from 'vitest';
import { accept, graphScopes } from './testing/journeys.ts';
import { practise } from './testing/practice.ts';

const practice = practise();
const { consent } = practice.registrations;

/** The strict library, with nothing switched off: only the way to the host is shorter. */
const route: oidc.CustomFetch = async (url, options) => {
  const service = new URL(url).host === 'graph.microsoft.com' ? practice.graph : practice.signIn;
  return service.request(url, options as RequestInit);
};

const discover = (tenant: string, secret = consent.secrets[0]!.value) =>
  oidc.discovery(
    new URL(`https://login.microsoftonline.com/${tenant}/v2.0`),
    consent.clientId,
    undefined,
    oidc.ClientSecretPost(secret),
    { [oidc.customFetch]: route },
  );

async function signInWith(config: oidc.Configuration) {
  const verifier = oidc.randomPKCECodeVerifier();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: consent.redirects[0]!.uri,
    scope: graphScopes,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    prompt: 'consent',
  });
  const { left } = await accept(practice.browse(), address.pathname + address.search, practice.admin, true);
  return {
    left: left!,
    checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
  };
}

describe('openid-client, strictly', () => {
  test('discovery, code with PKCE, signature, nonce and issuer, refresh and userinfo', async () => {
    const config = await discover(practice.tenantId);
    oidc.enableNonRepudiationChecks(config);
    const { left, checks } = await signInWith(config);
    const tokens = await oidc.authorizationCodeGrant(config, left, checks);
    expect(tokens.claims()).toMatchObject({
      iss: `https://login.microsoftonline.com/${practice.tenantId}/v2.0`,
      aud: consent.clientId,
      tid: practice.tenantId,
    });
    const refreshed = await oidc.refreshTokenGrant(config, tokens.refresh_token!);
    expect(refreshed.access_token).not.toBe(tokens.access_token);
    const who = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub);
    expect(who['name']).toBe(practice.admin.name);
  });

  test.each([
    ['state', { expectedState: 'another' }],
    ['nonce', { expectedNonce: 'another' }],
    ['verifier', { pkceCodeVerifier: 'another' }],
  ])('another %s is refused', async (_, wrong) => {
    const config = await discover(practice.tenantId);
    const { left, checks } = await signInWith(config);
    await expect(oidc.authorizationCodeGrant(config, left, { ...checks, ...wrong })).rejects.toThrow();
  });

  test('the metadata of another tenant does not fit this one’s tokens', async () => {
    const { left, checks } = await signInWith(await discover(practice.tenantId));
    const other = await discover(practice.providerTenantId);
    await expect(oidc.authorizationCodeGrant(other, left, checks)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('a domain in the address leads to the issuer of its tenant', async () => {
    const config = await discover('contoso.com');
    expect(config.serverMetadata().issuer).toBe(`https://login.microsoftonline.com/${practice.tenantId}/v2.0`);
  });

  test('a wrong secret is refused with its number', async () => {
    const config = await discover(practice.tenantId, 'wrong');
    await expect(
      oidc.clientCredentialsGrant(config, { scope: 'https://graph.microsoft.com/.default' }),
    ).rejects.toMatchObject({ error: 'invalid_client', status: 401 });
  });
});
