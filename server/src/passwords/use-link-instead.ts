import { keepsPassword } from '@latchkey/shared/invitations/method';
import type { Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { keepIfAsked } from '../idempotency/keep-once.ts';
import { makeAgain, type AgainSettings, type Made } from '../permissions/make-again.ts';
import type { Store } from '../storage/store.ts';
import type { CustomerRequest } from './customer-request.ts';

type UseLinkFault = 'customer_not_found' | 'password_not_wanted' | 'customer_has_invitation' | 'changed_meanwhile';

interface UseLinkRequest extends CustomerRequest {
  /** Whether what is pending is replaced, where that may be. */
  readonly replacePending: boolean | undefined;
  readonly idempotency: IdempotencyTicket | undefined;
}

export interface UsesLinkInstead {
  useLink(request: UseLinkRequest): Promise<Result<Made, UseLinkFault>>;
}

/** The same order and permissions once more, by link. What the connection stands on is not touched: whoever proves the new one ends it. */
export const createLinkInstead = (settings: AgainSettings & { readonly store: Store }): UsesLinkInstead => ({
  useLink: ({ customerId, replacePending, actor, requestId, idempotency }) =>
    transactOrRefuse<Made, UseLinkFault>(settings.store, async (tx, refuse) => {
      if ((await tx.customers.find(customerId)) === undefined) throw refuse('customer_not_found');
      const connection = await tx.connections.findByCustomer(customerId);
      const before = await tx.invitations.find(connection?.invitationId ?? '');
      if (connection === undefined || before === undefined || !keepsPassword(connection.method))
        throw refuse('password_not_wanted');
      const { id: connectionId, profile, method } = connection;
      const replaces = replacePending === true;
      const details = { from: method, method: 'invitation-link' };
      const request = { before, connectionId, profile, replaces, actor, requestId, details };
      const made = await makeAgain(tx, settings, request, refuse);
      const at = settings.now().toISOString();
      if (!(await keepIfAsked(tx, idempotency, { status: 201, response: made, at }))) throw refuse('changed_meanwhile');
      return made;
    }),
});
