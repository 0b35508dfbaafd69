import type { PendingFilter, PendingOrder } from '@latchkey/shared/api/pending-invitations';
import type { Owner } from '@latchkey/shared/invitations/standing';
import type { Invitation } from './invitation-repository.ts';

/** A place in an ordered list: the last row that the reader has seen. */
export interface PendingCursor {
  readonly key: string;
  readonly id: string;
}

export interface PendingQuestion {
  readonly filter: PendingFilter;
  readonly order: PendingOrder;
  /** When the invitations are read: silence and expiry come with time. */
  readonly now: string;
}

/** A pending invitation, and where it stands in the order that was asked for. */
export interface PendingPlace {
  readonly invitation: Invitation;
  readonly key: string;
}

export interface PendingReads {
  /** In its order, then by id. */
  list(
    question: PendingQuestion,
    page: { readonly after: PendingCursor | null; readonly limit: number },
  ): Promise<readonly PendingPlace[]>;
  /** How many wait for whom; the filter's owner counts for nothing. */
  counts(question: Pick<PendingQuestion, 'filter' | 'now'>): Promise<Readonly<Record<Owner, number>>>;
}
