import { keepsPassword } from '@latchkey/shared/invitations/method';
import type { Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import { again, type AgainSettings } from '../permissions/invite-again.ts';
import type { Store } from '../storage/store.ts';
import type { CustomerRequest } from './customer-request.ts';

type UseLinkFault = 'customer_not_found' | 'password_not_wanted' | 'customer_has_invitation';

export interface UsesLinkInstead {
  useLink(request: CustomerRequest): Promise<Result<{ readonly invitationId: string }, UseLinkFault>>;
}

/** The same order and permissions once more, by link. What the connection stands on is not touched: whoever proves the new one ends it. */
export const createLinkInstead = (settings: AgainSettings & { readonly store: Store }): UsesLinkInstead => ({
  useLink: ({ customerId, actor, requestId }) =>
    transactOrRefuse<{ readonly invitationId: string }, UseLinkFault>(settings.store, async (tx, refuse) => {
      if ((await tx.customers.find(customerId)) === undefined) throw refuse('customer_not_found');
      const connection = await tx.connections.findByCustomer(customerId);
      const before = await tx.invitations.find(connection?.invitationId ?? '');
      if (connection === undefined || before === undefined || !keepsPassword(connection.method))
        throw refuse('password_not_wanted');
      const [pending] = await tx.invitations.findPendingOf([customerId]);
      if (pending !== undefined) throw refuse('customer_has_invitation');
      const invitation = again(settings, before, { profile: connection.profile, actor });
      await tx.invitations.add(invitation);
      await tx.audit.append({
        at: invitation.createdAt,
        action: 'invitation.created',
        actor,
        customerId,
        invitationId: invitation.id,
        connectionId: connection.id,
        requestId,
        details: { order: before.order, renews: before.id, from: connection.method, method: invitation.method },
      });
      return { invitationId: invitation.id };
    }),
});
