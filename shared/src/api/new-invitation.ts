import * as z from 'zod/mini';
import { InvitationDays } from '../invitations/term.ts';
import { ChosenLanguage } from '../mail/chosen-language.ts';
import { defineEndpoint, operatorErrors, writers } from './endpoint.ts';
import { InvitationView, ServiceKind } from './invitations.ts';
import { Method } from '../invitations/method.ts';
import { Instant, InvitationId, LicenceType, ProfileId } from './schemas.ts';

/* How an invitation is begun: the console alone does it, so the popup does not carry it. */
const params = z.strictObject({ invitationId: InvitationId });

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
  params,
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

/** "Click here to start the authentication process": one address, good once, for the browser in front of the operator. */
export const makeStartTicket = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/start-ticket',
  summary: 'A one-time address of the Start page, for this browser',
  who: writers,
  params,
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

/** The way on where Microsoft asks for MFA: the same invitation by link. A password that was given for it is deleted. */
export const switchToLink = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/switch-to-link',
  summary: 'Secure this connection by link in place of a password',
  who: writers,
  params,
  response: InvitationView,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found', 'invitation_move_illegal', 'changed_meanwhile'],
  audit: { record: 'invitation.switched_to_link' },
});
