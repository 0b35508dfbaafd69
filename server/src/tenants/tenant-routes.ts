import { lookUpTenant } from '@latchkey/shared/api/tenants';
import type { Mount } from '../http/call.ts';
import type { LooksUpTenants } from './look-up-tenant.ts';

/** Whose tenant is this? */
export function mountTenants(mount: Mount, tenants: LooksUpTenants): void {
  mount(lookUpTenant, ({ query }) => tenants.lookUp(query.reference));
}
