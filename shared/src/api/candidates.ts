import * as z from 'zod/mini';
import { Method } from '../invitations/method.ts';
import { Verdict } from '../validation/verdict.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { ConnectionId, Instant, InvitationId } from './schemas.ts';

/** A new consent that stands beside a connection until it is proved. No account name: an operator finds it in the trail. */
export const CandidateView = z.strictObject({
  connectionId: ConnectionId,
  invitationId: InvitationId,
  method: Method,
  consentChangedAt: Instant,
  verdict: Verdict,
});
export type CandidateView = z.infer<typeof CandidateView>;

export const readCandidate = defineEndpoint({
  method: 'GET',
  path: '/v1/connections/:connectionId/candidate',
  summary:
    'The new consent that is not proved yet and would take the place of this connection; null where there is none',
  who: operatorRoles,
  params: z.strictObject({ connectionId: ConnectionId }),
  response: z.nullable(CandidateView),
  status: 200,
  errors: [...operatorErrors, 'connection_not_found'],
  audit: { none: 'reading' },
});
