import { ConfidentialClientApplication, CryptoProvider } from '@azure/msal-node';
import { originOf, type Cloud } from '@latchkey/shared/clouds/cloud';
import type { TokenObservation } from '@latchkey/shared/validation/observation';
import { decodeJwt } from 'jose';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import { Secret } from '../sealing/secret.ts';
import type { CloudFetch } from './cloud-fetch.ts';
import { refreshTokenIn } from './refresh-token.ts';
import { notIssued } from './token-answer.ts';
import { TokenNetwork } from './token-network.ts';

/** What a token call gave: what was seen, and the tokens if there were any. */
export interface TokenAnswer {
  readonly observation: TokenObservation;
  readonly tokens: Tokens | undefined;
  readonly upstream: readonly UpstreamCall[];
}

export interface Tokens {
  readonly access: Secret;
  /** Unverified: id-token.ts says whether it holds. */
  readonly id: Secret;
  /** Undefined when Microsoft sent none: the one before stays. */
  readonly refresh: Secret | undefined;
}

export interface CodeRedemption {
  readonly tenantId: string;
  readonly code: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

export interface Refreshing {
  readonly tenantId: string;
  readonly refresh: Secret;
  readonly scopes: readonly string[];
}

export interface SignsIn {
  redeem(redemption: CodeRedemption): Promise<TokenAnswer>;
  /** Always over the network: a cached token proves nothing about now. */
  refresh(refreshing: Refreshing): Promise<TokenAnswer>;
}

export interface SignInSettings {
  readonly cloud: Cloud;
  readonly fetch: CloudFetch;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly now: Clock;
}

/**
 * Speaks to the token endpoint through MSAL. Each call has its own client with its own memory: a shared one mixes tenants, and keeps
 * a local throttle that would answer a second Validate without asking. Only the refresh token outlives the call.
 */
export function createSignInClient(settings: SignInSettings): SignsIn {
  return {
    redeem: ({ tenantId, code, verifier, nonce, redirectUri, scopes }) =>
      call(settings, tenantId, 'token: authorization_code', (client) =>
        client.acquireTokenByCode(
          { code, codeVerifier: verifier, nonce, redirectUri, scopes: [...scopes] },
          { code, nonce },
        ),
      ),
    refresh: ({ tenantId, refresh, scopes }) =>
      call(settings, tenantId, 'token: refresh_token', (client) =>
        client.acquireTokenByRefreshToken({ refreshToken: refresh.reveal(), scopes: [...scopes], forceCache: true }),
      ),
  };
}

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
    if (acquired === null) throw new TypeError('a token call gave nothing');
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

function clientFor({ cloud, clientId, clientSecret }: SignInSettings, tenantId: string, networkClient: TokenNetwork) {
  const browser = originOf(cloud.login, 'browser');
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret: clientSecret.reveal(),
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
  const { issuedAt, tenantId } = displayFacts(acquired.accessToken);
  const receivedAt = acquired.fromCache ? null : (network.last?.receivedAt ?? null);
  return { state: 'issued', receivedAt, issuedAt, tenantId, requestId: network.last?.requestId ?? null };
}

/** A token for somebody else is opaque by contract: what can be read of it can only take a verdict away. */
function displayFacts(accessToken: string): { readonly issuedAt: string | null; readonly tenantId: string | null } {
  try {
    const { iat, tid } = decodeJwt(accessToken);
    const issuedAt = typeof iat === 'number' && Math.abs(iat) < 1e11 ? new Date(iat * 1000).toISOString() : null;
    return { issuedAt, tenantId: typeof tid === 'string' ? tid.toLowerCase() : null };
  } catch {
    return { issuedAt: null, tenantId: null };
  }
}

const crypto = new CryptoProvider();

/** A PKCE pair (S256), by MSAL's own hand. */
export const makePkce = (): Promise<{ verifier: string; challenge: string }> => crypto.generatePkceCodes();
