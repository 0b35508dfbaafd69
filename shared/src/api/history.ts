import * as z from 'zod/mini';
import { Cause, EvidenceLevel, VerdictName } from '../validation/verdict.ts';
import { OwnerName } from './customer-filter.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { ConnectionId, Instant, ValidationId } from './schemas.ts';

/** One change of a connection's verdict, and what it stands on. */
export const VerdictChange = z.strictObject({
  validationId: ValidationId,
  at: Instant,
  verdict: VerdictName,
  cause: Cause,
  owner: OwnerName,
  evidence: EvidenceLevel,
  code: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  startedBy: z.string(),
  auditSequence: z.int(),
});
export type VerdictChange = z.infer<typeof VerdictChange>;

export const readHistory = defineEndpoint({
  method: 'GET',
  path: '/v1/connections/:connectionId/history',
  summary: 'How the verdict of a connection changed, newest first, 30 at a time, and whether it comes and goes',
  who: operatorRoles,
  params: z.strictObject({ connectionId: ConnectionId }),
  query: z.strictObject({ before: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) }),
  response: z.strictObject({ items: z.array(VerdictChange), next: z.nullable(z.string()), flapping: z.boolean() }),
  status: 200,
  errors: [...operatorErrors, 'connection_not_found'],
  audit: { none: 'reading' },
});

/** How the verdict of a connection read over the last days: each stretch lasts until the next one begins, the last one until `readAt`. */
export const readStretches = defineEndpoint({
  method: 'GET',
  path: '/v1/connections/:connectionId/stretches',
  summary: 'How the verdict of a connection read over the last 92 days, oldest first; past its time it read unknown',
  who: operatorRoles,
  params: z.strictObject({ connectionId: ConnectionId }),
  response: z.strictObject({
    stretches: z.array(z.strictObject({ from: Instant, verdict: VerdictName })),
    readAt: Instant,
  }),
  status: 200,
  errors: [...operatorErrors, 'connection_not_found'],
  audit: { none: 'reading' },
});
