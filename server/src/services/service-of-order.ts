import { shortNameKey } from '@latchkey/shared/customers/short-name';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { Reads } from '../storage/store.ts';
import type { Service } from './service-repository.ts';

/** An invitation that asks for an approval once more orders nothing new: its service is there already. */
export async function serviceOfSameOrder(
  reads: Pick<Reads, 'services'>,
  { customerId, order }: Pick<Invitation, 'customerId' | 'order'>,
): Promise<Service | undefined> {
  const service = await reads.services.findByShortName(shortNameKey(order.shortName));
  return service?.customerId === customerId ? service : undefined;
}
