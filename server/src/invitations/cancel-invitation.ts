import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { advanced } from './advance.ts';
import type { InvitationRequest } from './choose-method.ts';
import { closeInvitation } from './close-invitation.ts';
import { invitationView } from './invitation-view.ts';

type CancelFault = 'invitation_not_found' | 'invitation_move_illegal' | 'changed_meanwhile';

export interface CancelsInvitations {
  cancel(request: InvitationRequest): Promise<Result<InvitationView, CancelFault>>;
}

/** Cancels: the link is worthless at once, open starts are closed, what this invitation sealed is deleted. */
export function createCanceller({ store, now }: { readonly store: Store; readonly now: Clock }): CancelsInvitations {
  return {
    cancel: ({ invitationId, actor, requestId }) =>
      transactOrRefuse<InvitationView, CancelFault>(store, async (tx, refuse) => {
        const time = now();
        const at = time.toISOString();
        const current = await tx.invitations.find(invitationId);
        const customer = current && (await tx.customers.find(current.customerId));
        if (current === undefined || customer === undefined) throw refuse('invitation_not_found');
        // Whoever presses again, because the answer was lost on its way, gets it once more.
        if (current.status === 'cancelled') return invitationView(current, customer, undefined);
        const next = advanced(current, 'cancel', at);
        if (next === undefined) throw refuse('invitation_move_illegal');
        if (!(await tx.invitations.replace(next, current.version))) throw refuse('changed_meanwhile');
        const why = { reason: 'cancelled', now: time, actor, requestId } as const;
        const { connectionRemoved: removed, candidateRemoved } = await closeInvitation(tx, current, why);
        await tx.audit.append({
          at,
          action: 'invitation.cancelled',
          actor,
          customerId: customer.id,
          invitationId,
          connectionId: removed,
          requestId,
          details: { from: current.status, connectionRemoved: removed !== null, candidateRemoved },
        });
        return invitationView({ ...next, version: current.version + 1 }, customer, undefined);
      }),
  };
}
