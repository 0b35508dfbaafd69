import * as z from 'zod/mini';
import { auditActions, auditOutcomes } from '../audit/audit-actions.ts';
import { defineEndpoint, operatorErrors } from './endpoint.ts';
import { Instant } from './schemas.ts';

export const AuditActorKind = z.enum(['operator', 'customer', 'system']);
export type AuditActorKind = z.infer<typeof AuditActorKind>;

/** Which lines of the audit trail are meant. What is named must be so. */
export const AuditFilter = z.strictObject({
  /** From then on. */
  from: z.optional(Instant),
  /** Before then. */
  until: z.optional(Instant),
  kind: z.optional(AuditActorKind),
  /** Part of the actor’s name, or their object id; without regard to case. */
  actor: z.optional(z.string().check(z.maxLength(120))),
  action: z.optional(z.enum(auditActions)),
  outcome: z.optional(z.enum(auditOutcomes)),
  /** The id of a customer, an invitation, a connection or a service. */
  about: z.optional(z.string().check(z.regex(/^(?:cus|inv|con|svc)_[0-9a-z]{26}$/))),
  /** Part of what the line says, of its ids, or of the customer’s name; without regard to case. */
  search: z.optional(z.string().check(z.maxLength(120))),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** A line as it stands. Sequences have no gaps. */
export const AuditLineView = z.strictObject({
  sequence: z.int(),
  at: Instant,
  action: z.enum(auditActions),
  outcome: z.enum(auditOutcomes),
  actor: z.strictObject({ kind: AuditActorKind, id: z.nullable(z.string()), name: z.nullable(z.string()) }),
  customer: z.nullable(z.strictObject({ id: z.string(), fullName: z.nullable(z.string()) })),
  invitationId: z.nullable(z.string()),
  connectionId: z.nullable(z.string()),
  serviceId: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  /** What was kept with it, as it was kept: JSON. */
  details: z.string(),
});
export type AuditLineView = z.infer<typeof AuditLineView>;

/** As many lines as one file holds: the newest of those that are meant. */
export const mostExportedLines = 10_000;

export const listAudit = defineEndpoint({
  method: 'GET',
  path: '/v1/audit',
  summary: 'The audit trail, newest first, searched and filtered, 50 lines at a time',
  who: ['Admin'],
  query: z.strictObject({
    ...AuditFilter.shape,
    /** The sequence where the page before ended. */
    before: z.optional(z.string().check(z.regex(/^[1-9][0-9]{0,14}$/))),
  }),
  response: z.strictObject({ items: z.array(AuditLineView), next: z.nullable(z.string()) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const exportAudit = defineEndpoint({
  method: 'POST',
  path: '/v1/audit/export',
  summary: 'The newest 10,000 of those lines as CSV (RFC 4180), with no cell that a spreadsheet would calculate',
  who: ['Admin'],
  body: z.strictObject({ filter: AuditFilter }),
  response: z.strictObject({
    fileName: z.string(),
    csv: z.string(),
    rows: z.int(),
    /** False where older lines are meant as well. */
    complete: z.boolean(),
  }),
  status: 200,
  errors: operatorErrors,
  audit: { record: 'audit.exported' },
});
