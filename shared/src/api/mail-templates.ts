import * as z from 'zod/mini';
import { DeliveryFault } from '../alerts/delivery-fault.ts';
import { MailKind } from '../mail/mail-kind.ts';
import { MailLanguage } from '../mail/mail-language.ts';
import { TemplateFault } from '../mail/template-fault.ts';
import { defineEndpoint, operatorErrors, operatorRoles } from './endpoint.ts';
import { Instant, InvitationId } from './schemas.ts';

/** Generous: what is too long is told as a fault of its field, with the limit. */
const TemplateText = z.string().check(z.maxLength(20_000));
const Template = z.strictObject({ subject: TemplateText, body: TemplateText });

/** The words that mails of a kind are written with, in one language: the provider's own, or those of Latchkey. */
export const MailTemplateView = z.strictObject({
  kind: MailKind,
  language: MailLanguage,
  subject: z.string(),
  body: z.string(),
  /** Whether they are the provider's own. */
  isOwn: z.boolean(),
  /** 0: nobody has changed them yet. Going back to the words of Latchkey is a version, too. */
  version: z.int(),
  changedAt: z.nullable(Instant),
  changedBy: z.nullable(z.string()),
});
export type MailTemplateView = z.infer<typeof MailTemplateView>;

const templateErrors = ['mail_template_refused', 'mail_template_link_missing'] as const;

export const listMailTemplates = defineEndpoint({
  method: 'GET',
  path: '/v1/mail-templates',
  summary: 'The words that mails to a customer’s administrator are written with',
  who: operatorRoles,
  response: z.strictObject({ templates: z.array(MailTemplateView) }),
  status: 200,
  errors: operatorErrors,
  audit: { none: 'reading' },
});

/** Without a template the words of Latchkey are back. Each version is kept. */
export const saveMailTemplate = defineEndpoint({
  method: 'POST',
  path: '/v1/mail-templates',
  summary: 'Write mails of a kind with words of your own, or with those of Latchkey again',
  who: ['Admin'],
  body: z.strictObject({
    kind: MailKind,
    language: MailLanguage,
    /** The version that this one follows; 0 for the first. */
    follows: z.int().check(z.minimum(0)),
    template: z.nullable(Template),
  }),
  response: MailTemplateView,
  status: 200,
  errors: [...operatorErrors, ...templateErrors, 'changed_meanwhile'],
  audit: { record: 'mail_template.saved' },
});

const unsaved = { kind: MailKind, language: MailLanguage, ...Template.shape };

/** Nothing is kept, and nothing is sent. What is wrong with the template stands in the answer, all of it, each with its place. */
export const previewMailTemplate = defineEndpoint({
  method: 'POST',
  path: '/v1/mail-templates/preview',
  summary:
    'What is wrong with a template, or the mail that it makes: of a sample, or of an invitation, without its link',
  who: ['Admin'],
  body: z.strictObject({ ...unsaved, invitationId: z.optional(InvitationId) }),
  response: z.strictObject({
    faults: z.array(TemplateFault),
    mail: z.nullable(z.strictObject({ subject: z.string(), text: z.string(), html: z.string() })),
  }),
  status: 200,
  errors: [...operatorErrors, 'invitation_not_found', 'invitation_move_illegal'],
  audit: { none: 'reading' },
});

/** At once, and once: the mail of a sample, whose link opens nothing. */
export const testMailTemplate = defineEndpoint({
  method: 'POST',
  path: '/v1/mail-templates/test',
  summary: 'Send the mail that a template makes of a sample to one address, now, and tell how that went',
  who: ['Admin'],
  body: z.strictObject({ ...unsaved, to: z.string().check(z.maxLength(254)) }),
  response: z.strictObject({
    failure: z.nullable(z.strictObject({ fault: DeliveryFault, code: z.nullable(z.int()), at: Instant })),
  }),
  status: 200,
  errors: [...operatorErrors, ...templateErrors, 'mail_address_refused', 'mail_not_set_up'],
  audit: { record: 'mail_template.tested' },
});
