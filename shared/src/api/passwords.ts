import * as z from 'zod/mini';
import { defineEndpoint, operatorErrors, operatorRoles, writers } from './endpoint.ts';
import { ReplacePending } from './approve-again.ts';
import { CustomerId, Instant, InvitationId } from './schemas.ts';

/** What the last use of a password came to. */
export const PasswordOutcome = z.enum([
  'proved',
  'wrong',
  'locked',
  'mfa_required',
  'blocked',
  'expired',
  'not_consented',
  'other_account',
  'refused',
  'unreachable',
]);
export type PasswordOutcome = z.infer<typeof PasswordOutcome>;

/** The customer's acknowledgement, as the operator typed it. */
export const AcknowledgementView = z.strictObject({
  /** Who of the customer gave it. */
  name: z.string(),
  /** The day on which it was given. */
  date: z.iso.date(),
  how: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
});
export type AcknowledgementView = z.infer<typeof AcknowledgementView>;

/** A password that is kept: everything but the password. */
export const PasswordView = z.strictObject({
  /** Null for those who may not see account names. */
  username: z.nullable(z.string()),
  storedAt: Instant,
  storedBy: z.string(),
  /** A space at an end was kept as typed; Microsoft's sign-in does not take such passwords everywhere. */
  hasSpacesAtEnds: z.boolean(),
  /** When Microsoft last took it; null when it never has. */
  provedAt: z.nullable(Instant),
  lastTry: z.nullable(
    z.strictObject({
      at: Instant,
      outcome: PasswordOutcome,
      aadsts: z.nullable(z.int()),
      correlationId: z.nullable(z.string()),
    }),
  ),
  /** Tries that are left within the hour, across all instances. */
  triesLeft: z.int(),
  /** When one more try is free; null while one is left. */
  nextTryAt: z.nullable(Instant),
});
export type PasswordView = z.infer<typeof PasswordView>;

export const PasswordStanding = z.strictObject({
  acknowledgement: z.nullable(AcknowledgementView),
  password: z.nullable(PasswordView),
});
export type PasswordStanding = z.infer<typeof PasswordStanding>;

const customerParams = z.strictObject({ customerId: CustomerId });
const line = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest));

export const readPassword = defineEndpoint({
  method: 'GET',
  path: '/v1/customers/:customerId/password',
  summary: 'The acknowledgement, and what is known of the password; never the password',
  who: operatorRoles,
  params: customerParams,
  response: PasswordStanding,
  status: 200,
  errors: [...operatorErrors, 'customer_not_found'],
  audit: { none: 'reading' },
});

export const recordAcknowledgement = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/:customerId/acknowledgement',
  summary: 'Record that the customer knows what keeping a password means',
  who: writers,
  params: customerParams,
  body: z.strictObject({ name: line(120), date: z.iso.date(), how: line(300) }),
  response: AcknowledgementView,
  status: 200,
  errors: [...operatorErrors, 'customer_not_found', 'acknowledgement_date'],
  audit: { record: 'customer.acknowledged' },
});

/** Sent once, sealed, never read back. It replaces the one before. */
export const givePassword = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/:customerId/password',
  summary: 'Give or replace the account’s name and password',
  who: writers,
  params: customerParams,
  body: z.strictObject({
    username: z.string().check(z.trim(), z.minLength(3), z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+$/)),
    /** As typed, with its spaces. */
    password: z.string().check(z.minLength(1), z.maxLength(256)),
  }),
  response: PasswordView,
  status: 200,
  errors: [
    ...operatorErrors,
    'customer_not_found',
    'method_off',
    'acknowledgement_missing',
    'password_not_wanted',
    'changed_meanwhile',
  ],
  audit: { record: 'password.sealed' },
});

/** The one button that sends the password to Microsoft. */
export const testPassword = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/:customerId/password/test',
  summary: 'Test password: one try, of at most three in an hour for the account',
  who: writers,
  params: customerParams,
  response: PasswordView,
  status: 200,
  errors: [
    ...operatorErrors,
    'customer_not_found',
    'method_off',
    'password_missing',
    'password_before_consent',
    'password_tries_used',
    'changed_meanwhile',
  ],
  audit: { record: 'password.tested' },
});

/**
 * The way on where Microsoft asks for MFA: a new invitation by link for the connection that stands on a password. Connection and
 * password stay until the new one is proved; then the password is deleted.
 */
export const useLinkInstead = defineEndpoint({
  method: 'POST',
  path: '/v1/customers/:customerId/password/use-link',
  summary: 'Secure an existing connection by link in place of its password',
  who: writers,
  params: customerParams,
  body: z.optional(z.strictObject({ replacePending: ReplacePending })),
  response: z.strictObject({ invitationId: InvitationId, replaced: z.int() }),
  status: 201,
  errors: [
    ...operatorErrors,
    'customer_not_found',
    'password_not_wanted',
    'customer_has_invitation',
    'idempotency_key_missing',
    'idempotency_key_reused',
    'changed_meanwhile',
  ],
  audit: { record: 'invitation.created' },
  idempotent: 'offered',
});

export const deletePassword = defineEndpoint({
  method: 'DELETE',
  path: '/v1/customers/:customerId/password',
  summary: 'Delete the password; the connection goes on with its tokens for as long as they live',
  who: writers,
  params: customerParams,
  response: 'nothing',
  status: 204,
  errors: [...operatorErrors, 'customer_not_found', 'password_missing'],
  audit: { record: 'password.deleted' },
});
