import * as z from 'zod/mini';
import { defineEndpoint, operatorRoles, operatorErrors } from './endpoint.ts';
import { ConnectionId, CustomerId, Instant, InvitationId, ServiceId } from './schemas.ts';

/** One line of the change feed: what happened to what. Its sequence is the audit sequence. */
export const Change = z.strictObject({
  sequence: z.int(),
  at: Instant,
  action: z.string(),
  customerId: z.nullable(CustomerId),
  invitationId: z.nullable(InvitationId),
  connectionId: z.nullable(ConnectionId),
  serviceId: z.nullable(ServiceId),
});
export type Change = z.infer<typeof Change>;

export const listChanges = defineEndpoint({
  method: 'GET',
  path: '/v1/changes',
  summary: 'What changed after a sequence, oldest first, at most 500',
  who: operatorRoles,
  query: z.strictObject({ after: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
  response: z.strictObject({ changes: z.array(Change), sequence: z.int() }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

/** Server-sent events: `id` is the sequence, `data` a Change. `Last-Event-ID` or `?after=` resumes. */
export const streamChanges = defineEndpoint({
  method: 'GET',
  path: '/v1/changes/stream',
  summary: 'The same, as it happens',
  who: operatorRoles,
  query: z.strictObject({ after: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
  response: 'event-stream',
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});
