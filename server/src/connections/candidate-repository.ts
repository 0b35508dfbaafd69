import type { PermissionLine } from '@latchkey/shared/permissions/check';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { Connection } from './connection-repository.ts';

/**
 * A new consent beside the connection that is there: with tokens and a verdict of its own, until it is proved and takes that one's
 * place. Nothing of it is the customer's standing before.
 */
export interface Candidate extends Pick<
  Connection,
  'customerId' | 'method' | 'profile' | 'account' | 'registrationObjectId' | 'sealedTokens' | 'sealedAt'
> {
  /** The connection whose place it would take. */
  readonly connectionId: string;
  /** That brought it: without one there is no new consent. */
  readonly invitationId: string;
  readonly consentChangedAt: string;
  readonly verdict: Verdict;
  /** Required against granted, as its last look read it; null when the grants could not be read. */
  readonly permissions: readonly PermissionLine[] | null;
  readonly version: number;
}

export interface CandidateReads {
  find(connectionId: string): Promise<Candidate | undefined>;
  /** Those of the customers that have one, in no order. */
  findOfCustomers(customerIds: readonly string[]): Promise<readonly Candidate[]>;
}

export interface CandidateRepository extends CandidateReads {
  /** A connection has one candidate: a newer consent takes the place of an older one that was never proved. */
  put(candidate: Omit<Candidate, 'version'>): Promise<void>;
  /** Stores `next` as version `expectedVersion + 1`; false when somebody was faster, or it is gone. */
  replace(next: Omit<Candidate, 'version'>, expectedVersion: number): Promise<boolean>;
  /** True when there was one. Its tokens go with it. */
  remove(connectionId: string): Promise<boolean>;
}
