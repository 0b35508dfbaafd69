import type { ImportState } from '@latchkey/shared/api/invitation-imports';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { WantedCustomer } from './check-rows.ts';

/** What is made of each row: an invitation, or a connection of a consent that is there already. */
export type ImportKind = 'invitations' | 'adoptions';

/** A list of customers that somebody has confirmed. */
export interface CustomerImport {
  readonly id: string;
  readonly kind: ImportKind;
  /** What adopted consents are judged by; null for invitations. */
  readonly profile: { readonly id: string; readonly version: number } | null;
  readonly state: ImportState;
  readonly total: number;
  readonly createdAt: string;
  readonly createdBy: { readonly objectId: string; readonly name: string };
  readonly finishedAt: string | null;
  readonly version: number;
}

/** The verdict of the look by which a consent was adopted, as far as a list tells it. */
export type Found = Pick<Verdict, 'verdict' | 'evidence' | 'cause'>;

/**
 * What became of a row: `created`; `created_unproved` where not everything was proved of what was adopted; or the code for which it was
 * refused.
 */
export interface Made {
  readonly outcome: string;
  readonly invitationId: string | null;
  readonly connectionId: string | null;
  readonly found: Found | null;
}

/** Null while nobody knows. */
export interface ImportRow extends Omit<Made, 'outcome'> {
  readonly wanted: WantedCustomer;
  readonly outcome: string | null;
  /** Somebody has begun it, and its outcome is not told yet. */
  readonly isAtWork: boolean;
}

export interface ImportProgress {
  readonly created: number;
  /** Of those that were created. */
  readonly unproved: number;
  readonly refused: number;
}

export interface ImportReads {
  find(id: string): Promise<CustomerImport | undefined>;
  /** Newest first. */
  list(kind: ImportKind, limit: number): Promise<readonly CustomerImport[]>;
  progress(id: string): Promise<ImportProgress>;
  /** In the order of the list. */
  rows(id: string): Promise<readonly ImportRow[]>;
  /** Those that run and have nothing left to do. */
  findEnded(kind: ImportKind): Promise<readonly CustomerImport[]>;
}

export interface ImportRepository extends ImportReads {
  add(one: Omit<CustomerImport, 'version' | 'total'>, rows: readonly WantedCustomer[]): Promise<void>;
  /** Stores `next` as version `expectedVersion + 1`; false when somebody was faster. */
  replace(next: Omit<CustomerImport, 'version'>, expectedVersion: number): Promise<boolean>;
}

/** One row, claimed. */
export interface ImportItem {
  readonly id: string;
  readonly importId: string;
  readonly wanted: WantedCustomer;
  /** How often it was claimed: whoever holds an older claim has lost it. */
  readonly claims: number;
  /** How often Microsoft was asked and did not answer. */
  readonly tries: number;
}

/** The rows of what runs, outside a transaction: claimed by lease, done, put off or dropped. At least once. */
export interface ImportItems {
  /** Also what was begun of a list before it was cancelled: what was made of it must be told. */
  claim(claim: {
    readonly kind: ImportKind;
    readonly now: string;
    readonly leasedUntil: string;
    readonly limit: number;
  }): Promise<readonly ImportItem[]>;
  /** False when the lease ran out and somebody else has claimed it since. What was made is told of a row that was dropped as well. */
  done(item: ImportItem, made: Made, at: string): Promise<boolean>;
  putOff(item: ImportItem, to: { readonly due: string; readonly tries: number }): Promise<boolean>;
  /** Nothing was made of it as far as anybody knows, and nothing will be begun: its list was cancelled. */
  drop(item: ImportItem): Promise<boolean>;
}
