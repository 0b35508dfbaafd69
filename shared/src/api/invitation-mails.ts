import * as z from 'zod/mini';
import { DeliveryFault } from '../alerts/delivery-fault.ts';
import { ChosenLanguage } from '../mail/chosen-language.ts';
import { MailKind } from '../mail/mail-kind.ts';
import { InvitationDays } from '../invitations/term.ts';
import { MailLanguage } from '../mail/mail-language.ts';
import { defineEndpoint, operatorErrors, operatorRoles, writers } from './endpoint.ts';
import { InvitationView } from './invitations.ts';
import { Instant, InvitationId, MailId } from './schemas.ts';

/** A mail about an invitation, and how sending it goes. Nothing of its link is in it. */
export const InvitationMailView = z.strictObject({
  id: MailId,
  invitationId: InvitationId,
  kind: MailKind,
  /** Null for who may not see account names. */
  to: z.nullable(z.string()),
  language: MailLanguage,
  /** `failed`: given up; `dropped`: there was nothing left to send. */
  state: z.enum(['waiting', 'sent', 'failed', 'dropped']),
  /** How often it was sent and not taken. */
  tries: z.int(),
  /** Whether its link is the one that is good now. */
  current: z.boolean(),
  queuedAt: Instant,
  queuedBy: z.string(),
  doneAt: z.nullable(Instant),
  lastFailure: z.nullable(z.strictObject({ fault: DeliveryFault, code: z.nullable(z.int()), at: Instant })),
});
export type InvitationMailView = z.infer<typeof InvitationMailView>;

const params = z.strictObject({ invitationId: InvitationId });
const address = z.string().check(z.maxLength(254));

/** What a client must know before it offers to send. */
export const readMailSetting = defineEndpoint({
  method: 'GET',
  path: '/v1/invitation-mails/setting',
  summary: 'Whether mail can be sent, how long an invitation is good, and when a reminder goes out',
  who: operatorRoles,
  response: z.strictObject({
    isSetUp: z.boolean(),
    invitationDays: z.int(),
    /** Days before the end of an invitation; 0 for no reminder by itself. */
    remindDays: z.int(),
    languages: z.array(MailLanguage),
    /** In which a new customer is written to where nobody says one. */
    language: z.optional(ChosenLanguage),
  }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

export const listInvitationMails = defineEndpoint({
  method: 'GET',
  path: '/v1/invitation-mails',
  summary: 'The newest mail of each of these invitations, up to 50 ids, separated by commas',
  who: operatorRoles,
  query: z.strictObject({ invitations: z.string().check(z.regex(/^inv_[0-9a-z]{26}(?:,inv_[0-9a-z]{26}){0,49}$/)) }),
  response: z.strictObject({ mails: z.array(InvitationMailView) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

/** What can come of a letter that is to be owed. */
const sendingErrors = [
  ...operatorErrors,
  'invitation_not_found',
  'invitation_move_illegal',
  'mail_address_refused',
  'mail_not_set_up',
  'tenant_pin_changed',
  'idempotency_key_missing',
  'idempotency_key_reused',
  'changed_meanwhile',
  'microsoft_unreachable',
  'microsoft_throttled',
] as const;

/**
 * Puts the link on its way: to be sent at once, and again each minute until it is taken. Again while one waits for the same address
 * it is that one; to another address the one that waits is not sent.
 */
export const sendInvitation = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/mails',
  summary: 'Mail the link, or a reminder of it; the link stays the same',
  who: writers,
  params,
  body: z.strictObject({ to: address, kind: z.optional(MailKind), language: z.optional(MailLanguage) }),
  response: InvitationMailView,
  status: 201,
  errors: [...sendingErrors, 'invitation_expired', 'invitation_not_mailed'],
  audit: { record: 'invitation.mail_queued' },
  idempotent: true,
});

/**
 * A new link and a new term. Whoever holds the old link is told that it was renewed. With an address it is mailed at once. Where no method
 * was chosen yet there is no link: the term alone is new, and nothing is mailed.
 */
export const renewInvitation = defineEndpoint({
  method: 'POST',
  path: '/v1/invitations/:invitationId/renew',
  summary: 'A new link in place of the old one, and the term anew; before a method is chosen, the term alone',
  who: writers,
  params,
  body: z.strictObject({
    days: z.optional(InvitationDays),
    to: z.optional(address),
    language: z.optional(MailLanguage),
  }),
  response: InvitationView,
  status: 200,
  errors: [...sendingErrors],
  audit: { record: 'invitation.renewed' },
  idempotent: true,
});

/** As it will be sent, but for the link and the code: those are made when it is. */
const MailPreview = z.strictObject({ subject: z.string(), text: z.string(), html: z.string() });

export const previewInvitationMail = defineEndpoint({
  method: 'GET',
  path: '/v1/invitations/:invitationId/mail-preview',
  summary: 'The mail as it would be sent now, without its link',
  who: writers,
  params,
  query: z.strictObject({ kind: z.optional(MailKind), language: z.optional(MailLanguage) }),
  response: MailPreview,
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found', 'invitation_move_illegal'],
  audit: { none: 'reading' },
});
