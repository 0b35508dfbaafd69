import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { Instant, TenantId } from './schemas.ts';

/** Who is signed in, and for how long. */
export const SessionView = z.strictObject({
  operator: z.strictObject({ name: z.string(), username: z.string(), tenantId: TenantId, role: z.enum(operatorRoles) }),
  /** Over for good. */
  endsAt: Instant,
  /** Over unless it is used before. */
  idleEndsAt: Instant,
});
export type SessionView = z.infer<typeof SessionView>;

/** The Entra access token goes in the `Authorization` header; the answer holds our own opaque session, shown once. */
export const openSession = defineEndpoint({
  method: 'POST',
  path: '/v1/session',
  summary: 'Exchange an Entra access token for a session',
  who: 'anyone',
  response: z.strictObject({ session: z.string(), view: SessionView }),
  status: 201,
  errors: [
    'operator_token_refused',
    'operator_tenant_refused',
    'operator_without_role',
    'microsoft_unreachable',
    'too_many_requests',
    'sealed',
    'storage_unavailable',
    'internal',
  ],
  audit: { record: 'session.opened' },
});

export const readSession = defineEndpoint({
  method: 'GET',
  path: '/v1/session',
  summary: 'Who is signed in',
  who: operatorRoles,
  response: SessionView,
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const closeSession = defineEndpoint({
  method: 'DELETE',
  path: '/v1/session',
  summary: 'Sign out: the session is worthless at once',
  who: operatorRoles,
  response: 'nothing',
  status: 204,
  errors: operatorErrors,
  audit: { record: 'session.closed' },
});
