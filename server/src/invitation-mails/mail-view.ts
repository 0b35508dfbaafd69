import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { LinkMail } from './invitation-mail-repository.ts';

/** A mail as an operator sees it; addresses are account names, which a Monitor does not see. */
export const mailView = (
  mail: LinkMail,
  invitation: Pick<Invitation, 'link'> | undefined,
  seesNames: boolean,
): InvitationMailView => ({
  id: mail.id,
  invitationId: mail.invitationId,
  kind: mail.kind,
  to: seesNames ? mail.to : null,
  language: mail.language,
  state: mail.state,
  tries: mail.tries,
  current: invitation?.link?.version === mail.linkVersion,
  queuedAt: mail.queuedAt,
  queuedBy: mail.queuedBy.name ?? '',
  doneAt: mail.doneAt,
  lastFailure: mail.failure === null ? null : { ...mail.failure },
});
