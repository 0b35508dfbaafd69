import type { Connection } from '../connections/connection-repository.ts';
import type { Reads } from '../storage/store.ts';
import type { Invitation } from './invitation-repository.ts';
import { isPastConsent } from './life.ts';

/**
 * The connection that an invitation is about: its customer's, once its own consent is on record, whichever invitation made it.
 * Before that it is another invitation's.
 */
export const connectionOf = async (
  reads: Pick<Reads, 'connections'>,
  invitation: Pick<Invitation, 'customerId' | 'status'>,
): Promise<Connection | undefined> =>
  isPastConsent(invitation) ? reads.connections.findByCustomer(invitation.customerId) : undefined;
