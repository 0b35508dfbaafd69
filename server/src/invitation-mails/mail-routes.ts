import {
  listInvitationMails,
  previewInvitationMail,
  readMailSetting,
  renewInvitation,
  sendInvitation,
} from '@latchkey/shared/api/invitation-mails';
import { ok } from '@latchkey/shared/result';
import {
  customerLanguages,
  type ChosenLanguage,
  type CustomerLanguage,
} from '@latchkey/shared/words/customer-language';
import { actorOf, type Mount } from '../http/call.ts';
import type { RenewsInvitations } from '../invitations/renew-invitation.ts';
import type { PreviewsMails } from './preview-mail.ts';
import type { ReadsInvitationMails } from './read-mails.ts';
import type { SendsInvitations } from './send-invitation.ts';

export interface MailServices {
  readonly setting: {
    readonly isSetUp: boolean;
    readonly invitationDays: number;
    readonly remindDays: number;
    readonly language: ChosenLanguage;
  };
  readonly sender: SendsInvitations;
  readonly renewer: RenewsInvitations;
  readonly mails: ReadsInvitationMails;
  readonly previewer: PreviewsMails;
}

/** Invitations by mail: sent, reminded of, renewed, and how that goes. */
export function mountInvitationMails(mount: Mount, { setting, sender, renewer, mails, previewer }: MailServices): void {
  const known = Object.keys(customerLanguages) as CustomerLanguage[];
  mount(readMailSetting, () => Promise.resolve(ok({ ...setting, languages: known })));
  mount(listInvitationMails, async ({ query, operator }) =>
    ok({ mails: await mails.newest(query.invitations.split(','), operator.role !== 'Monitor') }),
  );
  mount(sendInvitation, ({ params, body, operator, requestId, idempotency }) =>
    sender.send({
      invitationId: params.invitationId,
      to: body.to,
      kind: body.kind ?? 'invitation',
      language: body.language,
      actor: actorOf(operator),
      requestId,
      idempotency,
    }),
  );
  mount(renewInvitation, ({ params, body, operator, requestId, idempotency }) =>
    renewer.renew({
      invitationId: params.invitationId,
      days: body.days,
      to: body.to,
      language: body.language,
      actor: actorOf(operator),
      requestId,
      idempotency,
    }),
  );
  mount(previewInvitationMail, ({ params, query }) =>
    previewer.preview({
      invitationId: params.invitationId,
      kind: query.kind ?? 'invitation',
      language: query.language,
    }),
  );
}
