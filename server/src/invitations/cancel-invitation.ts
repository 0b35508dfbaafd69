import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import { candidateOfInvitation } from '../connections/with-candidate.ts';
import { keepsPassword } from '@latchkey/shared/invitations/method';
import { removePassword } from '../passwords/remove-password.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { dropCandidate } from '../validation/take-place.ts';
import { advanced } from './advance.ts';
import type { InvitationRequest } from './choose-method.ts';
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
        const at = now().toISOString();
        const current = await tx.invitations.find(invitationId);
        const customer = current && (await tx.customers.find(current.customerId));
        if (current === undefined || customer === undefined) throw refuse('invitation_not_found');
        // Whoever presses again, because the answer was lost on its way, gets it once more.
        if (current.status === 'cancelled') return invitationView(current, customer, undefined);
        const next = advanced(current, 'cancel', at);
        if (next === undefined) throw refuse('invitation_move_illegal');
        if (!(await tx.invitations.replace(next, current.version))) throw refuse('changed_meanwhile');
        await tx.starts.supersedeAll(invitationId, at);
        await tx.shortNames.release(invitationId);
        const candidate = await candidateOfInvitation(tx, current);
        if (candidate !== undefined) await dropCandidate(tx, candidate.connectionId, now());
        const removed = await removeConnectionOf(tx, invitationId, customer.id);
        await removeUnusedPassword(tx, { customerId: customer.id, at, actor, requestId });
        await tx.audit.append({
          at,
          action: 'invitation.cancelled',
          actor,
          customerId: customer.id,
          invitationId,
          connectionId: removed,
          requestId,
          details: {
            from: current.status,
            connectionRemoved: removed !== null,
            candidateRemoved: candidate !== undefined,
          },
        });
        return invitationView({ ...next, version: current.version + 1 }, customer, undefined);
      }),
  };
}

/** A connection on which a service of the customer stands is not this invitation's alone, and stays. */
async function removeConnectionOf(tx: Transaction, invitationId: string, customerId: string): Promise<string | null> {
  const connection = await tx.connections.findByInvitation(invitationId);
  if (connection === undefined) return null;
  const service = await tx.services.findOfCustomer(customerId);
  if (service !== undefined) {
    const { invitationId: earlier } = service;
    if (!(await tx.connections.replace({ ...connection, invitationId: earlier }, connection.version)))
      throw new Error('a connection changed under its lock');
    return null;
  }
  await tx.work.dropAll('settle', connection.id);
  await tx.connections.remove(connection.id);
  return connection.id;
}

/** A password stays only where a connection stands on it. */
async function removeUnusedPassword(
  tx: Transaction,
  about: Omit<Parameters<typeof removePassword>[1], 'reason'>,
): Promise<void> {
  const connection = await tx.connections.findByCustomer(about.customerId);
  if (connection === undefined || !keepsPassword(connection.method))
    await removePassword(tx, { ...about, reason: 'cancelled' });
}
