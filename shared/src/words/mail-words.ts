import { alertMails } from './en/alert-mails.ts';
import { directoryRoles } from './en/directory-roles.ts';
import { invitation } from './en/page-invitation.ts';
import { invitationMails } from './en/invitation-mails.ts';
import { permissions } from './en/permissions.ts';
import { causes } from './en/causes.ts';
import { evidence, verdicts } from './en/verdicts.ts';
import { pseudoTree } from './pseudo.ts';
import type { Language, WordsOf } from './words.ts';

const english = {
  product: 'Latchkey',
  alertMails,
  causes,
  evidence,
  verdicts,
  invitationMails,
  permissions,
  directoryRoles,
  takeBackSteps: invitation.takeBackSteps,
  consentChanges: invitation.changes,
} as const;

/** Words that only mails hold. They stand apart so that the extension does not carry them. */
export type MailWords = WordsOf<typeof english>;

/** By language. */
export const mailWords: Readonly<Record<Language, MailWords>> = {
  en: english,
  pseudo: pseudoTree(english) as MailWords,
};
