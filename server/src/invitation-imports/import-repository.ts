import type { ImportState } from '@latchkey/shared/api/invitation-imports';
import type { WantedCustomer } from './check-rows.ts';

/** A list of new customers that somebody has confirmed. */
export interface InvitationImport {
  readonly id: string;
  readonly state: ImportState;
  readonly total: number;
  readonly createdAt: string;
  readonly createdBy: { readonly objectId: string; readonly name: string };
  readonly finishedAt: string | null;
  readonly version: number;
}

/** What became of a row: `created`, or the code of the error for which it was refused; null while nobody knows. */
export interface ImportRow {
  readonly wanted: WantedCustomer;
  readonly outcome: string | null;
  readonly invitationId: string | null;
}

export interface ImportReads {
  find(id: string): Promise<InvitationImport | undefined>;
  /** Newest first. */
  list(limit: number): Promise<readonly InvitationImport[]>;
  progress(id: string): Promise<{ readonly created: number; readonly refused: number }>;
  /** In the order of the list. */
  rows(id: string): Promise<readonly ImportRow[]>;
  /** Those that run and have nothing left to do. */
  findEnded(): Promise<readonly InvitationImport[]>;
}

export interface ImportRepository extends ImportReads {
  add(one: Omit<InvitationImport, 'version' | 'total'>, rows: readonly WantedCustomer[]): Promise<void>;
  /** Stores `next` as version `expectedVersion + 1`; false when somebody was faster. */
  replace(next: Omit<InvitationImport, 'version'>, expectedVersion: number): Promise<boolean>;
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

/** The rows of what runs, outside a transaction: claimed by lease, done or put off. At least once. */
export interface ImportItems {
  claim(claim: {
    readonly now: string;
    readonly leasedUntil: string;
    readonly limit: number;
  }): Promise<readonly ImportItem[]>;
  /** False when the lease ran out and somebody else has claimed it since. */
  done(item: ImportItem, outcome: string, invitationId: string | null, at: string): Promise<boolean>;
  putOff(item: ImportItem, to: { readonly due: string; readonly tries: number }): Promise<boolean>;
}
