import type { InvitationView } from '@latchkey/shared/api/invitations';
import { keepsPassword } from '@latchkey/shared/invitations/method';
import type { Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import { removePassword } from '../passwords/remove-password.ts';
import type { Store } from '../storage/store.ts';
import type { InvitationRequest } from './choose-method.ts';
import { invitationView } from './invitation-view.ts';
import { isExpired, isStartable } from './life.ts';

type SwitchFault = 'invitation_not_found' | 'invitation_move_illegal' | 'changed_meanwhile';

export interface SwitchesToLink {
  switchToLink(request: InvitationRequest): Promise<Result<InvitationView, SwitchFault>>;
}

/** The same invitation, secured by link: its status and its link stay, and a password that was given for it goes. */
export const createSwitcher = ({ store, now }: { readonly store: Store; readonly now: Clock }): SwitchesToLink => ({
  switchToLink: ({ invitationId, actor, requestId }) =>
    transactOrRefuse<InvitationView, SwitchFault>(store, async (tx, refuse) => {
      const at = now();
      const current = await tx.invitations.find(invitationId);
      const customer = current && (await tx.customers.find(current.customerId));
      if (current === undefined || customer === undefined) throw refuse('invitation_not_found');
      const isOpen = isStartable(current, at) || (current.status === 'approval_requested' && !isExpired(current, at));
      if (!keepsPassword(current.method) || !isOpen) throw refuse('invitation_move_illegal');
      const next = { ...current, method: 'invitation-link' } as const;
      if (!(await tx.invitations.replace(next, current.version))) throw refuse('changed_meanwhile');
      const connection = await tx.connections.findByCustomer(customer.id);
      const about = { customerId: customer.id, at: at.toISOString(), actor, requestId };
      // A connection that stands on the password keeps it until this invitation is proved.
      if (connection === undefined || !keepsPassword(connection.method))
        await removePassword(tx, { ...about, reason: 'switched_to_link' });
      await tx.audit.append({
        ...about,
        action: 'invitation.switched_to_link',
        invitationId,
        details: { from: current.method },
      });
      return invitationView({ ...next, version: current.version + 1 }, customer, undefined);
    }),
});
