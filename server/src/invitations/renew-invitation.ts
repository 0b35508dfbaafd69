import type { InvitationView } from '@latchkey/shared/api/invitations';
import { readMailAddress } from '@latchkey/shared/mail/mail-address';
import { err, type Result } from '@latchkey/shared/result';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import { transactOrRefuse } from '../audit/transact.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { queueMail } from '../invitation-mails/queue-mail.ts';
import { checkPin } from '../tenants/pin.ts';
import { advanced } from './advance.ts';
import type { Invitation } from './invitation-repository.ts';
import type { ChooseSettings, InvitationRequest } from './choose-method.ts';
import { invitationView } from './invitation-view.ts';
import { makeLink } from './link.ts';

type RenewFault =
  | 'invitation_not_found'
  | 'invitation_move_illegal'
  | 'mail_address_refused'
  | 'mail_not_set_up'
  | 'tenant_pin_changed'
  | 'changed_meanwhile'
  | 'microsoft_unreachable'
  | 'microsoft_throttled';

interface RenewRequest extends InvitationRequest {
  /** The new term; as the deployment says where nothing is said. */
  readonly days: number | undefined;
  /** To whom the new link is mailed; nobody where nothing is said. */
  readonly to: string | undefined;
  /** The customer's where nothing is said. */
  readonly language: CustomerLanguage | undefined;
  readonly idempotency: IdempotencyTicket;
}

export interface RenewsInvitations {
  renew(request: RenewRequest): Promise<Result<InvitationView, RenewFault>>;
}

export interface RenewSettings extends ChooseSettings {
  readonly invitationDays: number;
  /** Whether the deployment names a mail server. */
  readonly hasMail: boolean;
}

const dayMs = 86_400_000;

/** Where no method was chosen there is no link to renew, only a term. */
const eventOf = ({ method }: Invitation) => (method === null ? 'renew_draft' : 'renew');

/** A new link and a new term: all that the old link opened is closed, and a start that is under way comes back too late. */
export function createRenewer({
  store,
  tenants,
  linkKeys,
  invitationDays,
  hasMail,
  now,
}: RenewSettings): RenewsInvitations {
  return {
    async renew({ invitationId, days = invitationDays, to: typed, language: said, actor, requestId, idempotency }) {
      const to = typed === undefined ? undefined : readMailAddress(typed.trim());
      if (typed !== undefined && to === undefined) return err('mail_address_refused');
      if (to !== undefined && !hasMail) return err('mail_not_set_up');
      const found = await store.read.invitations.find(invitationId);
      const customer = found && (await store.read.customers.find(found.customerId));
      if (found === undefined || customer === undefined) return err('invitation_not_found');
      if (advanced(found, eventOf(found), '') === undefined) return err('invitation_move_illegal');
      if (to !== undefined && found.link === null) return err('invitation_move_illegal');
      const pin = await checkPin(tenants, customer);
      if (!pin.ok) return pin;
      return transactOrRefuse<InvitationView, RenewFault>(store, async (tx, refuse) => {
        const time = now();
        const at = time.toISOString();
        const current = await tx.invitations.find(invitationId);
        const ready = current && advanced(current, eventOf(current), at);
        if (ready === undefined || (to !== undefined && ready.link === null)) throw refuse('invitation_move_illegal');
        const next = {
          ...ready,
          statusSince: at,
          startedAt: null,
          refusal: null,
          expiresAt: new Date(time.getTime() + days * dayMs).toISOString(),
          link: ready.link && makeLink(linkKeys, invitationId, ready.link.version + 1),
        };
        if (!(await tx.invitations.replace(next, ready.version))) throw refuse('changed_meanwhile');
        await tx.starts.supersedeAll(invitationId, at);
        await tx.invitationMails.dropWaiting(invitationId, at);
        await tx.audit.append({
          at,
          action: 'invitation.renewed',
          actor,
          customerId: customer.id,
          invitationId,
          requestId,
          details: {
            from: current?.status,
            linkVersion: next.link?.version ?? null,
            expiresAt: next.expiresAt,
            upstream: pin.value.upstream,
          },
        });
        const language = said ?? customer.language;
        if (to !== undefined)
          await queueMail(tx, next, { kind: 'invitation', to, language, actor, requestId, at: time });
        const view = invitationView({ ...next, version: ready.version + 1 }, customer, undefined);
        if (!(await tx.idempotency.keep({ ...idempotency, status: 200, response: view, at })))
          throw refuse('changed_meanwhile');
        return view;
      });
    },
  };
}
