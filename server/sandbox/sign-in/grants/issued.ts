import type { AskedScopes } from '../../directory/permissions.ts';
import type { Person, Registration } from '../../directory/records.ts';

/** An authorization code and what it stands for. */
export interface Code {
  readonly client: Registration;
  readonly person: Person;
  readonly tenantId: string;
  readonly redirect: Registration['redirects'][number];
  readonly scopes: AskedScopes;
  readonly scopeText: string;
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
  readonly mfa: boolean;
  readonly issuedAt: number;
  /** The lie `redirect-only`: it looks right and buys nothing. */
  readonly worthless: boolean;
  redeemed: boolean;
}

/** A refresh token and what it stands for. It belongs to a person and an application, not to a resource. */
export interface RefreshToken {
  readonly client: Registration;
  readonly person: Person;
  readonly scopeText: string;
  /** From a redirect of the type `spa`: a day at most, carried over from token to token. */
  readonly spa: boolean;
  readonly mfa: boolean;
  readonly firstIssuedAt: number;
  lastUsedAt: number;
}
