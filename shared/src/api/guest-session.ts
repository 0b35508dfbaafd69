import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors } from './endpoint.ts';
import { Instant, InvitationId, TenantId } from './schemas.ts';

/** A guest's session, shown once. It opens the guide of one invitation and nothing else. */
export const GuestSession = z.strictObject({
  session: z.string(),
  invitationId: InvitationId,
  providerName: z.string(),
  appId: z.guid(),
  tenant: z.strictObject({ id: TenantId, domain: z.nullable(z.string()) }),
  /** Over for good. */
  endsAt: Instant,
});
export type GuestSession = z.infer<typeof GuestSession>;

/** A one-time code, as the invitation's page shows it to the person who asked for the guide, is exchanged for a session. */
export const openGuestSession = defineEndpoint({
  method: 'POST',
  path: '/v1/guest-session',
  summary: 'Exchange the one-time code of an invitation’s page for a guest session',
  who: 'anyone',
  body: z.strictObject({ code: z.string().check(z.regex(/^[\w-]{43}$/)) }),
  response: GuestSession,
  status: 201,
  errors: ['request_invalid', 'guide_code_unknown', 'too_many_requests', 'sealed', 'storage_unavailable', 'internal'],
  audit: { record: 'guest.session_opened' },
});

export const closeGuestSession = defineEndpoint({
  method: 'DELETE',
  path: '/v1/guest-session',
  summary: 'Leave: the session is worthless at once',
  who: ['guest'],
  response: 'nothing',
  status: 204,
  errors: operatorErrors,
  audit: { record: 'guest.session_closed' },
});
