import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { MailTemplateReads, Template } from './mail-template-repository.ts';

/** The words that mails of a kind are written with in a language: the provider's own, or those of Latchkey. */
export async function templateFor(
  reads: MailTemplateReads,
  kind: MailKind,
  language: CustomerLanguage,
): Promise<Template> {
  const newest = await reads.findNewest(kind, language);
  return newest?.own ?? invitationMailWords[language].invitationMails.templates[kind];
}
