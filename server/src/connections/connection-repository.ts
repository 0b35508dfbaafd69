import type { Method } from '@latchkey/shared/invitations/method';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { Sealed } from '../sealing/sealer.ts';

/** The authorisation of one customer as it stands now. */
export interface Connection {
  readonly id: string;
  readonly customerId: string;
  /** The invitation that made it, or last re-initiated it; null where a consent that was there already was adopted. */
  readonly invitationId: string | null;
  readonly method: Method;
  readonly profile: { readonly id: string; readonly version: number };
  readonly tenantId: string;
  readonly account: { readonly username: string; readonly objectId: string } | null;
  readonly registrationObjectId: string | null;
  /** Null where the application asks for itself: then there are tokens of nobody. */
  readonly sealedTokens: Sealed | null;
  /** Counts the tokens alone: rotating them does not disturb who changes the rest. */
  readonly tokensVersion: number;
  readonly sealedAt: string | null;
  readonly consentChangedAt: string | null;
  readonly verdict: Verdict | null;
  readonly version: number;
}

/** What `replace` may change; tokens go by `replaceTokens` alone. */
export type ConnectionChange = Omit<Connection, 'version' | 'sealedTokens' | 'tokensVersion' | 'sealedAt'>;

export interface ConnectionReads {
  find(id: string): Promise<Connection | undefined>;
  findByCustomer(customerId: string): Promise<Connection | undefined>;
  findByInvitation(invitationId: string): Promise<Connection | undefined>;
  /** Those that were approved by an older version of a profile, by id; at most so many, after one of them. */
  findByOlderProfile(
    profile: { readonly id: string; readonly version: number },
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Connection[]>;
  /** Those of the customers that have one, in no order. */
  findOfCustomers(customerIds: readonly string[]): Promise<readonly Connection[]>;
}

export interface ConnectionRepository extends ConnectionReads {
  /** False when the customer has a connection already; nothing is stored then. Tokens start at version 1. */
  add(connection: Omit<Connection, 'version' | 'tokensVersion'>): Promise<boolean>;
  /** Stores `next` as version `expectedVersion + 1`; false when somebody was faster. */
  replace(next: ConnectionChange, expectedVersion: number): Promise<boolean>;
  /** Rotated tokens, as version `expectedTokensVersion + 1`; false when somebody was faster. */
  replaceTokens(
    id: string,
    tokens: Pick<Connection, 'sealedTokens' | 'sealedAt'>,
    expectedTokensVersion: number,
  ): Promise<boolean>;
  /** True when there was one. Its validations go with it; the audit trail stays. */
  remove(id: string): Promise<boolean>;
}
