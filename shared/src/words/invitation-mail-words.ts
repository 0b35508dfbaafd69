import type { CustomerLanguage } from './customer-language.ts';
import { directoryRoles as rolesInGerman } from './de/directory-roles.ts';
import { invitationMails as mailsInGerman } from './de/invitation-mails.ts';
import { invitation as invitationInGerman } from './de/page-invitation.ts';
import { permissions as permissionsInGerman } from './de/permissions.ts';
import { directoryRoles } from './en/directory-roles.ts';
import { invitationMails } from './en/invitation-mails.ts';
import { invitation } from './en/page-invitation.ts';
import { permissions } from './en/permissions.ts';
import { pseudoTree } from './pseudo.ts';
import type { WordsOf } from './words.ts';

const english = {
  invitationMails,
  permissions,
  directoryRoles,
  takeBackSteps: invitation.takeBackSteps,
  consentChanges: invitation.changes,
} as const;

/** Words of the mails to a customer's administrator. They stand apart so that the extension does not carry them. */
export type InvitationMailWords = WordsOf<typeof english>;

const german: InvitationMailWords = {
  invitationMails: mailsInGerman,
  permissions: permissionsInGerman,
  directoryRoles: rolesInGerman,
  takeBackSteps: invitationInGerman.takeBackSteps,
  consentChanges: invitationInGerman.changes,
};

/** By language. */
export const invitationMailWords: Readonly<Record<CustomerLanguage, InvitationMailWords>> = {
  en: english,
  de: german,
  pseudo: pseudoTree(english) as InvitationMailWords,
};
