import type { TenantReference } from '@latchkey/shared/customers/tenant-reference';
import type { Result } from '@latchkey/shared/result';
import type { UpstreamCall } from '../audit/audit-repository.ts';

/** A tenant as Microsoft names it to anybody who asks, and the call that we know it from. */
export interface FoundTenant {
  /** Lower case. */
  readonly tenantId: string;
  readonly upstream: readonly UpstreamCall[];
}

export type TenantFault = 'tenant_not_found' | 'tenant_personal' | 'microsoft_unreachable' | 'microsoft_throttled';

export interface FindsTenants {
  /** Asks Microsoft each time: a domain can move to another tenant. */
  find(reference: TenantReference): Promise<Result<FoundTenant, TenantFault>>;
}
