import { readDomainSignIn } from '@latchkey/shared/api/domain-sign-in';
import { lookUpTenant } from '@latchkey/shared/api/tenants';
import type { Mount } from '../http/call.ts';
import type { LooksUpSignIn } from './domain-sign-in.ts';
import type { LooksUpTenants } from './look-up-tenant.ts';

/** Whose tenant is this, and who checks its passwords? */
export function mountTenants(mount: Mount, tenants: LooksUpTenants, signIns: LooksUpSignIn): void {
  mount(lookUpTenant, ({ query }) => tenants.lookUp(query.reference));
  mount(readDomainSignIn, ({ query }) => signIns.lookUp(query.domain));
}
