import type { TenantView } from '@latchkey/shared/api/tenants';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import { ok, type Result } from '@latchkey/shared/result';
import type { Reads } from '../storage/store.ts';
import type { FindsTenants, TenantFault } from './tenant-directory.ts';

export interface LooksUpTenants {
  lookUp(reference: string): Promise<Result<TenantView, TenantFault | 'tenant_reference_invalid'>>;
}

/** Microsoft's answer, and whether that tenant is a customer of ours. */
export const createTenantLookUp = (
  tenants: FindsTenants,
  reads: Pick<Reads, 'customers'>,
  cloudKey: string,
): LooksUpTenants => ({
  async lookUp(typed) {
    const reference = readTenantReference(typed);
    if (!reference.ok) return reference;
    const found = await tenants.find(reference.value);
    if (!found.ok) return found;
    const { tenantId } = found.value;
    const customer = await reads.customers.findByTenant(tenantId);
    const domain = reference.value.kind === 'domain' ? reference.value.domain : null;
    return ok({ tenantId, domain, cloud: cloudKey, customerId: customer?.id ?? null });
  },
});
