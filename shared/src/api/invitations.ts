import * as z from 'zod/mini';
import { Method } from '../invitations/method.ts';
import { InvitationDays } from '../invitations/term.ts';
import { ChosenLanguage } from '../mail/chosen-language.ts';
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
  ProfileId,
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
const name = /* @__PURE__ */ z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

/** Step 1 of the onboarding wizard. The tenant is resolved and pinned; nothing is sent to anybody. */
export const createInvitation = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations',
  summary: 'Add New Customer: pin the tenant and draft the invitation',
  who: writers,
  body: z.strictObject({
    tenant: z.string().check(z.minLength(1), z.maxLength(300)),
    fullName: name,
    shortName: z.string().check(z.maxLength(100)),
    kind: ServiceKind,
    licenceType: LicenceType,
    /** 1 to 500; checked by the service, so that the error names the rule. */
    licensedUsers: z.int(),
    reference: z.optional(z.string().check(z.maxLength(80))),
    /** Of mails and pages; the deployment’s where nothing is said of a new customer. */
    language: z.optional(ChosenLanguage),
    /** How long it is good; as the deployment says where nothing is said. */
    days: z.optional(InvitationDays),
  }),
  response: InvitationView,
  status: 201,
  errors: [
    ...operatorErrors,
    'tenant_reference_invalid',
    'tenant_not_found',
    'tenant_personal',
    'short_name_length',
    'short_name_character',
    'short_name_reserved',
    'short_name_taken',
    'licensed_users_range',
    'customer_has_invitation',
    'idempotency_key_missing',
    'idempotency_key_reused',
    'changed_meanwhile',
    'microsoft_unreachable',
    'microsoft_throttled',
  ],
  audit: { record: 'invitation.created' },
  idempotent: true,
});

/** Step 2. The preflight asks Microsoft once more for the pinned tenant before anything can be sent. */
export const chooseMethod = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/method',
  summary: 'Choose how the connection is secured',
  who: writers,
  params: invitationParams,
  body: z.strictObject({ method: Method, profileId: z.optional(ProfileId) }),
  response: InvitationView,
  status: 200,
  errors: [
    ...operatorErrors,
    'invitation_not_found',
    'invitation_move_illegal',
    'method_unavailable',
    'permission_profile_not_found',
    'method_off',
    'acknowledgement_missing',
    'tenant_pin_changed',
    'changed_meanwhile',
    'microsoft_unreachable',
    'microsoft_throttled',
  ],
  audit: { record: 'invitation.method_chosen' },
});

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

/** "Click here to start the authentication process": one address, good once, for the browser in front of the operator. */
export const makeStartTicket = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/start-ticket',
  summary: 'A one-time address of the Start page, for this browser',
  who: writers,
  params: invitationParams,
  response: z.strictObject({ startPage: z.url(), goodUntil: Instant }),
  status: 200,
  errors: [
    ...operatorErrors,
    'invitation_not_found',
    'invitation_move_illegal',
    'invitation_expired',
    'changed_meanwhile',
  ],
  audit: { record: 'invitation.start_ticket_made' },
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

/** The way on where Microsoft asks for MFA: the same invitation by link. A password that was given for it is deleted. */
export const switchToLink = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/switch-to-link',
  summary: 'Secure this connection by link in place of a password',
  who: writers,
  params: invitationParams,
  response: InvitationView,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found', 'invitation_move_illegal', 'changed_meanwhile'],
  audit: { record: 'invitation.switched_to_link' },
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
