import { err, type Result } from '@latchkey/shared/result';
import type { FindsTenants, FoundTenant } from './tenant-directory.ts';

type PinFault = 'tenant_pin_changed' | 'microsoft_unreachable' | 'microsoft_throttled';

/** Preflight: asks Microsoft once more where the customer's domain (or id) leads, before anything can be sent. */
export async function checkPin(
  tenants: FindsTenants,
  { tenantId, domain }: { readonly tenantId: string; readonly domain: string | null },
): Promise<Result<FoundTenant, PinFault>> {
  const found = await tenants.find(domain === null ? { kind: 'id', id: tenantId } : { kind: 'domain', domain });
  if (found.ok) return found.value.tenantId === tenantId ? found : err('tenant_pin_changed');
  const { code } = found.error;
  // A domain that leads nowhere any more does not lead to the customer either.
  return err(code === 'tenant_not_found' || code === 'tenant_personal' ? 'tenant_pin_changed' : code);
}
