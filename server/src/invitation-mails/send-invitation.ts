import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import { readMailAddress } from '@latchkey/shared/mail/mail-address';
import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import { err, type Result } from '@latchkey/shared/result';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import type { InvitationRequest } from '../invitations/choose-method.ts';
import { connectionOf } from '../invitations/connection-of.ts';
import { whyNoLink } from '../invitations/copy-link.ts';
import type { Store } from '../storage/store.ts';
import { checkPin } from '../tenants/pin.ts';
import type { FindsTenants } from '../tenants/tenant-directory.ts';
import { mailView } from './mail-view.ts';
import { queueMail } from './queue-mail.ts';

type SendFault =
  | 'invitation_not_found'
  | 'invitation_move_illegal'
  | 'invitation_expired'
  | 'invitation_not_mailed'
  | 'mail_address_refused'
  | 'mail_not_set_up'
  | 'tenant_pin_changed'
  | 'changed_meanwhile'
  | 'microsoft_unreachable'
  | 'microsoft_throttled';

interface SendRequest extends InvitationRequest {
  readonly to: string;
  readonly kind: MailKind;
  /** The customer's where nothing is said. */
  readonly language: CustomerLanguage | undefined;
  readonly idempotency: IdempotencyTicket;
}

export interface SendsInvitations {
  send(request: SendRequest): Promise<Result<InvitationMailView, SendFault>>;
}

export interface SendSettings {
  readonly store: Store;
  readonly tenants: FindsTenants;
  /** Whether the deployment names a mail server. */
  readonly hasMail: boolean;
  readonly now: Clock;
}

/** Send, Resend and Remind: the tenant is asked for once more, and then the mail is owed. It is sent beside the answer. */
export function createInvitationSender({ store, tenants, hasMail, now }: SendSettings): SendsInvitations {
  return {
    async send({ invitationId, to: typed, kind, language: said, actor, requestId, idempotency }) {
      const to = readMailAddress(typed.trim());
      if (to === undefined) return err('mail_address_refused');
      if (!hasMail) return err('mail_not_set_up');
      const found = await store.read.invitations.find(invitationId);
      const customer = found && (await store.read.customers.find(found.customerId));
      if (found === undefined || customer === undefined) return err('invitation_not_found');
      const early = whyNoLink(found, await connectionOf(store.read, found), now());
      if (early !== undefined) return err(early);
      const pin = await checkPin(tenants, customer);
      if (!pin.ok) return pin;
      return transactOrRefuse<InvitationMailView, SendFault>(store, async (tx, refuse) => {
        const at = now();
        const current = await tx.invitations.find(invitationId);
        if (current === undefined) throw refuse('invitation_not_found');
        const refused = whyNoLink(current, await connectionOf(tx, current), at);
        if (refused !== undefined) throw refuse(refused);
        const sent = await tx.invitationMails.listOf(invitationId);
        if (kind === 'reminder' && !sent.some(({ state }) => state === 'sent')) throw refuse('invitation_not_mailed');
        const language = said ?? customer.language;
        const mail = await queueMail(tx, current, { kind, to, language, actor, requestId, at });
        if (mail === undefined) throw refuse('changed_meanwhile');
        const view = mailView(mail, current, true);
        const kept = { ...idempotency, status: 201, response: view, at: at.toISOString() };
        if (!(await tx.idempotency.keep(kept))) throw refuse('changed_meanwhile');
        return view;
      });
    },
  };
}
