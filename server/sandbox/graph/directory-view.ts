import type { AppRoleAssignment, Grant, ServicePrincipal, Tenant } from '../directory/records.ts';
import { guidFrom } from '../seed/seeded.ts';
import type { World } from '../world/world.ts';

/** The directory as Graph shows it at the moment: late after a consent, and false where a lie was asked for. */
export interface DirectoryView {
  readonly tenant: Tenant;
  readonly servicePrincipals: readonly ServicePrincipal[];
  readonly grants: readonly Grant[];
  readonly assignments: readonly AppRoleAssignment[];
}

/** Looks at a tenant through Graph's eyes. */
export function viewOf(world: World, tenantId: string): DirectoryView | undefined {
  const { directory, faults } = world.state;
  const tenant = directory.tenantNamed(tenantId);
  if (!tenant) return undefined;
  const latest = world.clock.now() - faults.settlingSeconds * 1000;
  const hasSettled = ({ createdAt }: { readonly createdAt: number }): boolean =>
    faults.settlingSeconds === 0 || createdAt <= latest;
  const id = faults.lie === 'wrong-tenant' ? guidFrom(`another tenant/${tenantId}`) : tenant.id;
  return {
    tenant: { ...tenant, id },
    servicePrincipals: directory.servicePrincipals(tenantId).filter(hasSettled),
    grants: faults.lie === 'no-grants' ? [] : directory.grants(tenantId).filter(hasSettled),
    assignments: directory.assignments(tenantId).filter(hasSettled),
  };
}
