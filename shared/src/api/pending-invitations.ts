import * as z from 'zod/mini';
import { standingKeys } from '../invitations/standing.ts';
import { OwnerName } from './customer-filter.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { InvitationMailView } from './invitation-mails.ts';
import { InvitationView } from './invitations.ts';
import { Instant } from './schemas.ts';

/** Which pending invitations are meant, by how they stand now. What is named must be so. */
export const PendingFilter = z.strictObject({
  /** As it reads on screen: a status, or the silence after Start. */
  status: z.optional(z.enum(standingKeys)),
  owner: z.optional(OwnerName),
  /** Nothing has moved since before then. */
  waitingSince: z.optional(Instant),
  /** Ends before then, if nobody answers. */
  expiresBefore: z.optional(Instant),
  /** Part of the customer’s name, its tenant id or domain, the short name or the reference; without regard to case. */
  search: z.optional(z.string().check(z.maxLength(120))),
});
export type PendingFilter = z.infer<typeof PendingFilter>;

/** How mailing the link of a row goes: how many mails were taken so far, and the newest one. */
export const PendingMails = z.strictObject({ taken: z.int(), newest: InvitationMailView });
export type PendingMails = z.infer<typeof PendingMails>;

/** By what the list is ordered: whoever must act (ours first, the longest wait first), or one column. */
export const PendingOrder = z.enum(['owner', 'waiting', 'name', 'status', 'expiry']);
export type PendingOrder = z.infer<typeof PendingOrder>;

const { status, owner, waitingSince, expiresBefore, search } = PendingFilter.shape;

export const listPending = defineEndpoint({
  method: 'GET',
  path: '/v1/pending-invitations',
  summary: 'Pending invitations, searched, filtered and ordered, 50 at a time; and how many wait for whom',
  who: operatorRoles,
  query: z.strictObject({
    status,
    owner,
    waitingSince,
    expiresBefore,
    search,
    order: z.optional(PendingOrder),
    before: z.optional(z.string().check(z.maxLength(300))),
  }),
  response: z.strictObject({
    items: z.array(InvitationView),
    /** Of those of them that were mailed. */
    mails: z.array(PendingMails),
    next: z.nullable(z.string()),
    total: z.int(),
    /** The same filter without the owner: how many wait for each. */
    counts: z.strictObject({ provider: z.int(), customer: z.int(), microsoft: z.int(), nobody: z.int() }),
  }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const exportPending = defineEndpoint({
  method: 'POST',
  path: '/v1/pending-invitations/export',
  summary: 'The same as a table for a spreadsheet: CSV (RFC 4180), and no cell that a spreadsheet would calculate',
  who: operatorRoles,
  body: z.strictObject({ filter: PendingFilter, order: z.optional(PendingOrder) }),
  response: z.strictObject({ fileName: z.string(), csv: z.string() }),
  status: 200,
  errors: operatorErrors,
  audit: { record: 'invitations.exported' },
});
