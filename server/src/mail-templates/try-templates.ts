import { readMailAddress } from '@latchkey/shared/mail/mail-address';
import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import type { TemplateFault } from '@latchkey/shared/mail/template-fault';
import type { DeliveryFault } from '@latchkey/shared/alerts/delivery-fault';
import { err, ok, type Result } from '@latchkey/shared/result';
import { fill } from '@latchkey/shared/words/fill';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { Allowance } from '../http/rate-limits.ts';
import type { Preview, PreviewsMails } from '../invitation-mails/preview-mail.ts';
import { domainOf } from '../invitation-mails/queue-mail.ts';
import { sampleLetter } from '../invitation-mails/sample-letter.ts';
import type { LetterPlaces } from '../invitation-mails/write-letter.ts';
import type { MailServer, SendsMail } from '../mail/mail.ts';
import { messageIdOf } from '../mail/message-id.ts';
import type { Store } from '../storage/store.ts';
import { checkTemplate } from './check-template.ts';
import { cleaned, whyRefused, type TemplateRefusal } from './keep-templates.ts';
import type { Template } from './mail-template-repository.ts';

interface Unsaved {
  readonly kind: MailKind;
  readonly language: CustomerLanguage;
  readonly template: Template;
  readonly actor: AuditActor;
}

type PreviewFault = 'invitation_not_found' | 'invitation_move_illegal';
type TestFault = TemplateRefusal | 'mail_address_refused' | 'mail_not_set_up' | 'too_many_requests';

interface Tried {
  readonly failure: { readonly fault: DeliveryFault; readonly code: number | null; readonly at: string } | null;
}

export interface TriesTemplates {
  preview(
    wanted: Unsaved & { readonly invitationId: string | undefined },
  ): Promise<Result<{ readonly faults: TemplateFault[]; readonly mail: Preview | null }, PreviewFault>>;
  /** Sends one mail at once, and tells how that went. */
  test(wanted: Unsaved & { readonly to: string; readonly requestId: string }): Promise<Result<Tried, TestFault>>;
}

export interface TrySettings {
  readonly store: Store;
  readonly places: LetterPlaces;
  readonly previewer: PreviewsMails;
  readonly server: Pick<MailServer, 'from'> | null;
  readonly send: SendsMail | null;
  /** By who tests. */
  readonly isAllowed: Allowance;
  readonly now: Clock;
}

/** A template before it is saved: what is wrong with it, what it makes, and how that arrives. Nothing of it opens anything. */
export function createTemplateTrier(settings: TrySettings): TriesTemplates {
  const { store, places, previewer, server, send, isAllowed, now } = settings;
  const sample = ({ template, language, actor }: Unsaved) =>
    sampleLetter({ template, language, operator: actor.name ?? '', at: now() }, places);
  return {
    async preview({ invitationId, ...given }) {
      const unsaved = { ...given, template: cleaned(given.template) };
      const faults = [...checkTemplate(unsaved.template)];
      if (faults.length > 0) return ok({ faults, mail: null });
      if (invitationId === undefined) return ok({ faults, mail: await sample(unsaved) });
      const shown = await previewer.preview({ invitationId, ...unsaved });
      return shown.ok ? ok({ faults, mail: shown.value }) : shown;
    },
    async test({ to: typed, requestId, ...given }) {
      const { kind, language, actor } = given;
      const template = cleaned(given.template);
      const to = readMailAddress(typed.trim());
      if (to === undefined) return err('mail_address_refused');
      if (send === null || server === null) return err('mail_not_set_up');
      const refused = whyRefused(template);
      if (refused !== undefined) return err(refused);
      if (!(await isAllowed(actor.id ?? ''))) return err('too_many_requests');
      const letter = await sample({ ...given, template });
      const subject = fill(invitationMailWords[language].invitationMails.sample.subject, { subject: letter.subject });
      const at = now().toISOString();
      const details = { kind, language, domain: domainOf(to) };
      // Noted before it is sent: what is not in the audit trail did not happen.
      await store.transact((tx) => tx.audit.append({ at, action: 'mail_template.tested', actor, requestId, details }));
      const messageId = messageIdOf([places.publicUrl, 'template-test', requestId], server.from);
      const outcome = await send({ to, messageId, ...letter, subject });
      return ok({ failure: outcome.taken ? null : { fault: outcome.fault, code: outcome.code, at } });
    },
  };
}
