import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { Customer } from '../customers/customer-repository.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { ShownLink } from '../invitations/link.ts';
import type { Template } from '../mail-templates/mail-template-repository.ts';
import { templateFor } from '../mail-templates/template-for.ts';
import { writeMail } from '../mail/write-mail.ts';
import { profileFor } from '../permissions/find-profile.ts';
import { diffFor } from '../permissions/read-consent-diff.ts';
import type { Reads } from '../storage/store.ts';
import { invitationLetter } from './invitation-letter.ts';

export interface LetterPlaces {
  readonly providerName: string;
  readonly publicUrl: string;
}

export interface Asked {
  readonly invitation: Invitation;
  readonly customer: Customer;
  readonly kind: MailKind;
  readonly language: CustomerLanguage;
  readonly shown: ShownLink;
  /** In place of the one that is kept. */
  readonly template?: Template | undefined;
}

/** Writes a letter about an invitation, by what is true now. */
export type WritesLetters = (asked: Asked) => Promise<Awaited<ReturnType<typeof writeMail>>>;

export const createLetterWriter =
  (
    reads: Pick<Reads, 'profiles' | 'connections' | 'validations' | 'mailTemplates'>,
    { providerName: provider, publicUrl }: LetterPlaces,
  ): WritesLetters =>
  async ({ invitation, customer, kind, language, shown, template: unsaved }) => {
    const words = invitationMailWords[language];
    const template = unsaved ?? (await templateFor(reads.mailTemplates, kind, language));
    const profile = await profileFor(reads, invitation.profile);
    const { diff } = await diffFor(reads, customer.id, profile);
    const setting = { template, words, language, provider, publicUrl };
    return writeMail(invitationLetter({ invitation, customer, profile, diff, shown }, setting));
  };
