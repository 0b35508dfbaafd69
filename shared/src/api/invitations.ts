import * as z from 'zod/mini';
import { Method } from '../invitations/method.ts';
import { invitationStatuses } from '../invitations/status-names.ts';
import { VerdictName, Cause } from '../validation/verdict.ts';
import { defineEndpoint, operatorRoles, operatorErrors, writers } from './endpoint.ts';
import {
  ConnectionId,
  CustomerId,
  fewestLicensedUsers,
  Instant,
  InvitationId,
  LicenceType,
  mostLicensedUsers,
  ServiceId,
  TenantId,
} from './schemas.ts';

export const ServiceKind = z.enum(['direct-routing']);

/** The service that the invitation is for, as ordered; it is made when the operator presses Add. */
const ServiceOrder = z.strictObject({
  kind: ServiceKind,
  fullName: z.string(),
  shortName: z.string(),
  licenceType: LicenceType,
  licensedUsers: z.int(),
});

/** An invitation as an operator sees it. Who must act now is worked out from it and the clock (invitations/standing). */
export const InvitationView = z.strictObject({
  id: InvitationId,
  customer: z.strictObject({
    id: CustomerId,
    fullName: z.string(),
    tenantId: TenantId,
    domain: z.nullable(z.string()),
  }),
  order: ServiceOrder,
  method: z.nullable(Method),
  profile: z.nullable(z.strictObject({ id: z.string(), version: z.int() })),
  status: z.enum(invitationStatuses),
  statusSince: Instant,
  /** When somebody last pressed Start; null before. */
  startedAt: z.nullable(Instant),
  /** When an operator first copied the link that is good now; null before. */
  linkCopiedAt: z.nullable(Instant),
  /** When the customer asked for a new one since this expired. */
  askedAt: z.nullable(Instant),
  expiresAt: Instant,
  createdAt: Instant,
  createdBy: z.string(),
  reference: z.nullable(z.string()),
  /** What Microsoft said when it refused: who must act on it, and by what it can be looked up. */
  refusal: z.nullable(
    z.strictObject({
      code: z.string(),
      owner: z.enum(['customer', 'provider', 'microsoft', 'nobody']),
      correlationId: z.nullable(z.string()),
      requestId: z.nullable(z.string()),
      at: Instant,
      /** When we saw by ourselves that a reviewer has let the app in; null before. */
      liftedAt: z.nullable(Instant),
    }),
  ),
  connection: z.nullable(
    z.strictObject({
      id: ConnectionId,
      verdict: z.nullable(VerdictName),
      cause: z.nullable(Cause),
      validUntil: z.nullable(Instant),
      at: z.nullable(Instant),
      settlingUntil: z.nullable(Instant),
    }),
  ),
  version: z.int(),
});
export type InvitationView = z.infer<typeof InvitationView>;

const invitationParams = z.strictObject({ invitationId: InvitationId });

/** The link for the customer's admin. It is worth an approval: it is shown on request only, and each showing is on record. */
export const copyLink = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/link',
  summary: 'The link and the typed code for the customer’s admin',
  who: writers,
  params: invitationParams,
  response: z.strictObject({ link: z.url(), typedCode: z.string(), expiresAt: Instant }),
  status: 200,
  errors: [
    ...operatorErrors,
    'invitation_not_found',
    'invitation_move_illegal',
    'invitation_expired',
    'changed_meanwhile',
    'tenant_pin_changed',
    'microsoft_unreachable',
    'microsoft_throttled',
  ],
  audit: { record: 'invitation.link_shown' },
});

export const cancelInvitation = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/cancel',
  summary: 'Cancel: the link is worthless at once, what was sealed is deleted',
  who: writers,
  params: invitationParams,
  response: InvitationView,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found', 'invitation_move_illegal', 'changed_meanwhile'],
  audit: { record: 'invitation.cancelled' },
});

export const addService = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/add',
  summary: 'Add: resume onboarding and make the service',
  who: writers,
  params: invitationParams,
  response: z.strictObject({ invitation: InvitationView, serviceId: ServiceId }),
  status: 201,
  errors: [
    ...operatorErrors,
    'invitation_not_found',
    'invitation_move_illegal',
    'connection_not_proved',
    'connection_not_working',
    'short_name_taken',
    'changed_meanwhile',
  ],
  audit: { record: 'invitation.onboarded' },
});

export const listInvitations = defineEndpoint({
  method: 'GET',
  path: '/v1/invitations',
  summary: 'Invitations, newest first, 50 at a time',
  who: operatorRoles,
  query: z.strictObject({
    which: z.optional(z.enum(['pending', 'all'])),
    before: z.optional(z.string().check(z.maxLength(80))),
  }),
  response: z.strictObject({
    items: z.array(InvitationView),
    next: z.nullable(z.string()),
    total: z.int(),
    sequence: z.int(),
  }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const readInvitation = defineEndpoint({
  method: 'GET',
  path: '/v1/invitations/:invitationId',
  summary: 'One invitation',
  who: operatorRoles,
  params: invitationParams,
  response: InvitationView,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found'],
  audit: { none: 'reading' },
});

export const licensedUsersRange = { from: fewestLicensedUsers, to: mostLicensedUsers } as const;
