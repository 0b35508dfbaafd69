import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import { err, ok, type Result } from '@latchkey/shared/result';
import { invitationMailWords } from '@latchkey/shared/words/invitation-mail-words';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { Template } from '../mail-templates/mail-template-repository.ts';
import type { Reads } from '../storage/store.ts';
import type { WritesLetters } from './write-letter.ts';

export interface Preview {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface PreviewsMails {
  preview(wanted: {
    readonly invitationId: string;
    readonly kind: MailKind;
    /** The customer's where nothing is said. */
    readonly language: CustomerLanguage | undefined;
    /** In place of the one that is kept. */
    readonly template?: Template;
  }): Promise<Result<Preview, 'invitation_not_found' | 'invitation_move_illegal'>>;
}

/** The mail without what opens anything: where the link will be stands that it is made when the mail is sent. */
export const createMailPreviewer = (reads: Reads, write: WritesLetters): PreviewsMails => ({
  async preview({ invitationId, kind, language: said, template }) {
    const invitation = await reads.invitations.find(invitationId);
    const customer = invitation && (await reads.customers.find(invitation.customerId));
    if (invitation === undefined || customer === undefined) return err('invitation_not_found');
    if (invitation.profile === null) return err('invitation_move_illegal');
    const language = said ?? customer.language;
    const { previewLink: token, previewCode: typedCode } = invitationMailWords[language].invitationMails;
    return ok(await write({ invitation, customer, kind, language, template, shown: { token, typedCode } }));
  },
});
