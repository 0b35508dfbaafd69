import type { Transaction } from '../storage/store.ts';
import type { IdempotencyTicket } from './idempotency-repository.ts';

/** Keeps the answer of a call whose key is offered only; false when the key was taken meanwhile: throw then. */
export const keepIfAsked = async (
  tx: Pick<Transaction, 'idempotency'>,
  ticket: IdempotencyTicket | undefined,
  answer: { readonly status: number; readonly response: unknown; readonly at: string },
): Promise<boolean> => ticket === undefined || tx.idempotency.keep({ ...ticket, ...answer });

/** The part of a call that concerns one of many: each has a transaction, and an answer, of its own. No key of a caller has a space. */
export const partOf = (ticket: IdempotencyTicket | undefined, one: string): IdempotencyTicket | undefined =>
  ticket && { ...ticket, key: `${ticket.key} ${one}` };
