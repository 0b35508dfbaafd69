import { AuthError, ConfidentialClientApplication, CryptoProvider } from '@azure/msal-node';
import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import type { TokenObservation } from '@latchkey/shared/validation/observation';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { ConsentCredential } from '../sealing/consent-credential.ts';
import type { SignsIn, TokenAnswer } from '../consent/sign-in.ts';
import { Secret } from '../sealing/secret.ts';
import { signAssertion } from './client-proof.ts';
import type { CloudFetch } from './cloud-fetch.ts';
import { displayFacts } from './display-facts.ts';
import { refreshTokenIn } from './refresh-token.ts';
import { notIssued } from './token-answer.ts';
import { TokenNetwork } from './token-network.ts';

export interface SignInSettings {
  readonly cloud: Cloud;
  readonly fetch: CloudFetch;
  readonly clientId: string;
  readonly credential: ConsentCredential;
  readonly now: Clock;
}

/**
 * Speaks to the token endpoint through MSAL. Each call has its own client with its own memory: a shared one mixes tenants, and keeps
 * a local throttle that would answer a second Validate without asking. Only the refresh token outlives the call.
 */
export function createSignInClient(settings: SignInSettings): SignsIn {
  const { cloud, clientId, fetch, now } = settings;
  const resource = originOf(cloud.graph, 'browser');
  return {
    makePkce: () => crypto.generatePkceCodes(),
    authorizeAddress: ({ tenantId, redirectUri, scopes, state, nonce, challenge }) =>
      clientFor(settings, tenantId, new TokenNetwork(fetch, now)).getAuthCodeUrl({
        redirectUri,
        scopes: scopesOf(resource, scopes),
        state,
        nonce,
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
        prompt: 'select_account',
        responseMode: 'query',
      }),
    adminConsentAddress: ({ tenantId, redirectUri, state }) => {
      const query = new URLSearchParams({
        client_id: clientId,
        scope: `${resource}/.default`,
        redirect_uri: redirectUri,
        state,
      });
      return `${originOf(cloud.login, 'browser')}/${tenantId}/v2.0/adminconsent?${query.toString()}`;
    },
    redeem: ({ tenantId, code, verifier, nonce, redirectUri, scopes }) =>
      call(settings, tenantId, 'token: authorization_code', (client) =>
        client.acquireTokenByCode(
          { code, codeVerifier: verifier, nonce, redirectUri, scopes: scopesOf(resource, scopes.filter(isOfGraph)) },
          { code, nonce },
        ),
      ),
    refresh: ({ tenantId, refresh, resourceAppId = resource }) =>
      call(settings, tenantId, 'token: refresh_token', (client) =>
        client.acquireTokenByRefreshToken({
          refreshToken: refresh.reveal(),
          scopes: [`${resourceAppId}/.default`],
          forceCache: true,
        }),
      ),
    asApplication: ({ tenantId, resourceAppId = resource }) =>
      call(settings, tenantId, 'token: client_credentials', (client) =>
        client.acquireTokenByClientCredential({ scopes: [`${resourceAppId}/.default`], skipCache: true }),
      ),
  };
}

const crypto = new CryptoProvider();

/** Claim values of Graph are named with their resource; the four of OpenID belong to nobody. */
const scopesOf = (resource: string, values: readonly string[]): string[] =>
  values.map((value) => (openIdScopes.includes(value) || !isOfGraph(value) ? value : `${resource}/${value}`));

/** The others have their resource before them. A code buys tokens for one resource at a time. */
const isOfGraph = (scope: string): boolean => !scope.includes('/');

const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

type Acquired = { readonly accessToken: string; readonly idToken: string; readonly fromCache: boolean } | null;

async function call(
  settings: SignInSettings,
  tenantId: string,
  what: string,
  acquire: (client: ConfidentialClientApplication) => Promise<Acquired>,
): Promise<TokenAnswer> {
  const network = new TokenNetwork(settings.fetch, settings.now);
  const client = clientFor(settings, tenantId, network);
  const upstream = (): readonly UpstreamCall[] =>
    network.last === undefined ? [] : [{ what, requestId: network.last.requestId, status: network.last.status }];
  try {
    const acquired = await acquire(client);
    // MSAL takes a good status without a token for a token, and a token under a bad status for a good one.
    const isAnswered = network.last === undefined || network.last.status === 200;
    if (acquired === null || acquired.accessToken === '' || !isAnswered) throw new AuthError('answer_malformed', '');
    const refresh = refreshTokenIn(client.getTokenCache().serialize());
    return {
      observation: issued(acquired, network),
      tokens: { access: new Secret(acquired.accessToken), id: new Secret(acquired.idToken), refresh },
      upstream: upstream(),
    };
  } catch (error) {
    return { observation: notIssued(error, network.last), tokens: undefined, upstream: upstream() };
  }
}

function clientFor(settings: SignInSettings, tenantId: string, networkClient: TokenNetwork) {
  const { cloud, clientId, credential } = settings;
  const browser = originOf(cloud.login, 'browser');
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      ...(credential.kind === 'secret'
        ? { clientSecret: credential.secret.reveal() }
        : // Not by MSAL's own certificates: those are signed by the clock of the machine, and there is one clock here.
          { clientAssertion: () => signAssertion(settings, credential, tenantId) }),
      authority: `${browser}/${tenantId}`,
      knownAuthorities: [new URL(browser).host],
      authorityMetadata: JSON.stringify(metadata(cloud, tenantId)),
    },
    system: { networkClient, disableInternalRetries: true },
  });
}

/** People go to the browser side, we to the server side. With it MSAL looks nothing up, and checks no issuer: id-token.ts does. */
const metadata = (cloud: Cloud, tenantId: string) => ({
  issuer: `${originOf(cloud.login, 'browser')}/${tenantId}/v2.0`,
  authorization_endpoint: `${originOf(cloud.login, 'browser')}/${tenantId}/oauth2/v2.0/authorize`,
  token_endpoint: `${originOf(cloud.login, 'server')}/${tenantId}/oauth2/v2.0/token`,
  end_session_endpoint: `${originOf(cloud.login, 'browser')}/${tenantId}/oauth2/v2.0/logout`,
  jwks_uri: `${originOf(cloud.login, 'server')}/${tenantId}/discovery/v2.0/keys`,
});

function issued(acquired: NonNullable<Acquired>, network: TokenNetwork): TokenObservation {
  const receivedAt = acquired.fromCache ? null : (network.last?.receivedAt ?? null);
  return {
    state: 'issued',
    receivedAt,
    ...displayFacts(acquired.accessToken),
    requestId: network.last?.requestId ?? null,
  };
}
