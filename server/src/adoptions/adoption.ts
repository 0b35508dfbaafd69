import type { TenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { MakesRow } from '../invitation-imports/import-worker.ts';
import type { Reads } from '../storage/store.ts';
import type { Judged } from '../validation/observe.ts';

/** What need not be asked of Microsoft: whose connection is there is left alone, and whoever was invited is waited for. */
export async function whyNotBefore(
  { customers, connections, invitations }: Pick<Reads, 'customers' | 'connections' | 'invitations'>,
  tenantId: string,
): Promise<'connection_exists' | 'customer_has_invitation' | undefined> {
  const customer = await customers.findByTenant(tenantId);
  if (customer === undefined) return undefined;
  if ((await connections.findByCustomer(customer.id)) !== undefined) return 'connection_exists';
  return (await invitations.findPendingOf([customer.id])).length > 0 ? 'customer_has_invitation' : undefined;
}

/** A tenant whose consent was proved to be there. */
export interface Adoption {
  readonly wanted: Parameters<MakesRow>[0];
  readonly context: Parameters<MakesRow>[1];
  readonly profile: PermissionProfile;
  readonly judged: Judged;
  readonly tenantId: string;
  readonly reference: TenantReference;
  /** The call by which the tenant is known. */
  readonly upstream: Judged['upstream'];
}
