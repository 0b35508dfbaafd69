import type { ErrorCode } from '@latchkey/shared/errors/catalogue';
import type { TokenObservation } from '@latchkey/shared/validation/observation';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import type { Secret } from '../sealing/secret.ts';

/** What a token call gave: what was seen, and the tokens if there were any. */
export interface TokenAnswer {
  readonly observation: TokenObservation;
  readonly tokens: Tokens | undefined;
  readonly upstream: readonly UpstreamCall[];
}

export interface Tokens {
  readonly access: Secret;
  /** Unverified: `VerifiesIdTokens` says whether it holds. */
  readonly id: Secret;
  /** Undefined when Microsoft sent none: the one before stays. */
  readonly refresh: Secret | undefined;
}

/** Where the customer's admin goes, and with what Microsoft must come back. */
export interface AuthorizeAddress {
  readonly tenantId: string;
  readonly redirectUri: string;
  /** Claim values of Graph as they are, those of other resources behind their application id and a slash. */
  readonly scopes: readonly string[];
  readonly state: string;
  readonly nonce: string;
  /** PKCE, S256. */
  readonly challenge: string;
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
  /** Application id of the resource that the token is for; Graph's where nothing is said. A token is for one. */
  readonly resourceAppId?: string;
}

/** Microsoft's sign-in, as the consent app sees it. */
export interface SignsIn {
  /** `prompt=select_account`: the browser may be signed in as somebody else. */
  authorizeAddress(address: AuthorizeAddress): Promise<string>;
  /** The page that approves for the whole organisation, without a box. */
  adminConsentAddress(address: Pick<AuthorizeAddress, 'tenantId' | 'redirectUri' | 'state'>): string;
  makePkce(): Promise<{ readonly verifier: string; readonly challenge: string }>;
  redeem(redemption: CodeRedemption): Promise<TokenAnswer>;
  /** Always over the network: a cached token proves nothing about now. */
  refresh(refreshing: Refreshing): Promise<TokenAnswer>;
  /** As the app alone, over the network. A token says that the app stands in that tenant, and nothing of what it may. */
  asApplication(tenant: Pick<Refreshing, 'tenantId' | 'resourceAppId'>): Promise<TokenAnswer>;
}

/** What an error that comes back from Microsoft's pages means for the invitation. */
export type RedirectRefusal = Extract<
  ErrorCode,
  | 'consent_declined'
  | 'consent_needs_admin'
  | 'consent_approval_requested'
  | 'consent_tenant_mismatch'
  | 'consent_answer_refused'
  | 'microsoft_unreachable'
>;

/** Translates an error of Microsoft's, by OAuth's `error` and the number and the id in its text. The text goes no further. */
export type ReadsRefusals = (
  error: string,
  description: string | null,
) => { readonly code: RedirectRefusal; readonly aadsts: number | null; readonly correlationId: string | null };
