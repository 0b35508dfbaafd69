import { mintId } from '../ids.ts';
import type { TenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { Transaction } from '../storage/store.ts';
import type { Customer } from './customer-repository.ts';

interface Wanted {
  readonly fullName: string;
  /** As Microsoft says, and how we asked for it. */
  readonly tenantId: string;
  readonly reference: TenantReference;
  readonly cloud: string;
  readonly by: string;
  readonly at: Date;
}

/** The customer of a tenant, added where there is none; undefined when somebody else adds it in this very moment. */
export async function findOrAddCustomer(
  tx: Pick<Transaction, 'customers'>,
  { fullName, tenantId, reference, cloud, by, at }: Wanted,
): Promise<Customer | undefined> {
  const known = await tx.customers.findByTenant(tenantId);
  if (known !== undefined) return known;
  const fresh: Omit<Customer, 'version'> = {
    id: mintId('cus', at),
    tenantId,
    domain: reference.kind === 'domain' ? reference.domain : null,
    cloud,
    fullName,
    createdAt: at.toISOString(),
    createdBy: by,
  };
  return (await tx.customers.add(fresh)) ? { ...fresh, version: 1 } : undefined;
}
