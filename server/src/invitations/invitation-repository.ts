import type { InvitationStatus } from '@latchkey/shared/invitations/status';
import type { Method } from '@latchkey/shared/invitations/method';
import type { LicenceType } from '@latchkey/shared/api/schemas';
import type { TimeCursor } from '../storage/page.ts';

/** The service that was ordered, as step 1 of the wizard took it. */
export interface Order {
  readonly kind: 'direct-routing';
  readonly fullName: string;
  readonly shortName: string;
  readonly licenceType: LicenceType;
  readonly licensedUsers: number;
}

/** What is kept of the link: enough to make it again with the key ring, and to know it when it comes. */
export interface InvitationLink {
  readonly version: number;
  readonly keyId: string;
  /** SHA-256 of the token, hex. */
  readonly hash: string;
  /** SHA-256 of the typed code in its normal form, hex. */
  readonly typedCodeHash: string;
  /** When an operator first took this very link along; null before. Another link has not been copied yet. */
  readonly copiedAt: string | null;
}

/** What Microsoft said when it refused, as it may be kept. */
export interface InvitationRefusal {
  /** `AADSTS` and the number, or OAuth's `error`. */
  readonly code: string;
  readonly correlationId: string | null;
  readonly requestId: string | null;
  readonly at: string;
  /** When we last saw that the app is not in the tenant; null before. Only after that its presence says anything. */
  readonly absentAt: string | null;
  /** When we saw that the app is in the tenant after all; null before. */
  readonly liftedAt: string | null;
}

/** The request to one customer to authorise one connection. */
export interface Invitation {
  readonly id: string;
  readonly customerId: string;
  readonly order: Order;
  readonly method: Method | null;
  readonly profile: { readonly id: string; readonly version: number } | null;
  readonly status: InvitationStatus;
  readonly statusSince: string;
  /** When somebody last pressed Start. */
  readonly startedAt: string | null;
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly createdBy: { readonly objectId: string; readonly name: string };
  readonly reference: string | null;
  readonly link: InvitationLink | null;
  /** Of the last refusal that moved it; null after a new start. */
  readonly refusal: InvitationRefusal | null;
  /** When the customer asked for a new one in place of this, after its time was over; null before. */
  readonly newOneAskedAt: string | null;
  readonly version: number;
}

export interface InvitationReads {
  find(id: string): Promise<Invitation | undefined>;
  findByLinkHash(hash: string): Promise<Invitation | undefined>;
  findByTypedCodeHash(hash: string): Promise<Invitation | undefined>;
  /** Whether this was the link of an invitation before it was renewed. */
  wasLink(hash: string): Promise<boolean>;
  wasTypedCode(hash: string): Promise<boolean>;
  /** The pending invitations of these customers, newest first. */
  findPendingOf(customerIds: readonly string[]): Promise<readonly Invitation[]>;
  /** Newest first. Pending: see `pendingStatuses` in shared. */
  list(page: {
    readonly which: 'pending' | 'all';
    readonly before: TimeCursor | null;
    readonly limit: number;
  }): Promise<readonly Invitation[]>;
  count(which: 'pending' | 'all'): Promise<number>;
  /** Invitations that nobody has answered by `now`, oldest expiry first: those that the table lets expire. */
  pastExpiry(now: string, limit: number): Promise<readonly Invitation[]>;
  /** Invitations to remind of, the soonest end first. */
  toRemind(wanted: {
    /** They end after this, */
    readonly now: string;
    /** and by this. */
    readonly until: string;
    /** The newest mail with the link that is good now was taken by then. */
    readonly mailedBy: string;
    readonly statuses: readonly InvitationStatus[];
    /** The last that was seen: those after it. */
    readonly after: TimeCursor | null;
    readonly limit: number;
  }): Promise<readonly Invitation[]>;
}

export interface InvitationRepository extends InvitationReads {
  add(invitation: Omit<Invitation, 'version'>): Promise<void>;
  /** Stores `next` as version `expectedVersion + 1`; false when somebody was faster. */
  replace(next: Omit<Invitation, 'version'>, expectedVersion: number): Promise<boolean>;
}
