import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import type { Reads } from '../storage/store.ts';
import { mailView } from './mail-view.ts';

export interface ReadsInvitationMails {
  newest(invitationIds: readonly string[], seesNames: boolean): Promise<InvitationMailView[]>;
}

export const createMailReader = (reads: Pick<Reads, 'invitationMails' | 'invitations'>): ReadsInvitationMails => ({
  newest: async (invitationIds, seesNames) => {
    const mails = await reads.invitationMails.newestOf(invitationIds);
    return Promise.all(
      mails.map(async (mail) => mailView(mail, await reads.invitations.find(mail.invitationId), seesNames)),
    );
  },
});
