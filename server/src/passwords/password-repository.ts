import type { PasswordOutcome } from '@latchkey/shared/api/passwords';
import type { Sealed } from '../sealing/sealer.ts';

/** The customer's acknowledgement, typed by an operator. */
export interface Acknowledgement {
  readonly customerId: string;
  readonly name: string;
  /** The day on which it was given. */
  readonly date: string;
  readonly how: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** What a use of the password came to. */
export interface PasswordTry {
  readonly at: string;
  readonly outcome: PasswordOutcome;
  readonly aadsts: number | null;
  readonly correlationId: string | null;
}

/** A customer's account name and password. The password is sealed: nothing but the password grant opens it. */
export interface StoredPassword {
  readonly customerId: string;
  readonly username: string;
  readonly sealedPassword: Sealed;
  readonly hasSpacesAtEnds: boolean;
  readonly storedAt: string;
  readonly storedBy: string;
  readonly provedAt: string | null;
  readonly lastTry: PasswordTry | null;
}

/** A hash of tenant and account name: tries are counted for it, whoever's password it is. */
export type AccountKey = string & { readonly accountKey: unique symbol };

export interface PasswordReads {
  find(customerId: string): Promise<StoredPassword | undefined>;
  findAcknowledgement(customerId: string): Promise<Acknowledgement | undefined>;
  /** When the tries of the account were made that still count at `since`; oldest first. */
  triesSince(account: AccountKey, since: string): Promise<readonly string[]>;
  /** Customers whose password was stored before `before` and who have no connection that stands on one. */
  findUnused(before: string): Promise<readonly string[]>;
}

export interface PasswordRepository extends PasswordReads {
  putAcknowledgement(acknowledgement: Acknowledgement): Promise<void>;
  /** Takes the place of the one before. */
  put(password: StoredPassword): Promise<void>;
  /** What a try came to; false when the password was replaced or deleted meanwhile. */
  noteTry(customerId: string, storedAt: string, tried: PasswordTry): Promise<boolean>;
  /** True when there was one. */
  remove(customerId: string): Promise<boolean>;
  /**
   * Takes one of `most` tries: true when one was free, because it was never taken or was taken at `since` or before. Of many who ask at
   * once as many get one as are free, on any number of instances.
   */
  takeTry(wanted: {
    readonly account: AccountKey;
    readonly at: string;
    readonly since: string;
    readonly most: number;
  }): Promise<boolean>;
}
