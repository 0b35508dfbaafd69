import { resources, type PermissionProfile, type RequiredPermission } from './profile.ts';

const graphScope = (value: string): RequiredPermission => ({
  resourceAppId: resources.graph,
  kind: 'delegated',
  value,
  required: true,
});

/** Direct Routing, carried out as the account that consented. Directory.Read.All is what lets us prove what was approved. */
export const directRoutingDelegated = {
  id: 'direct-routing-delegated',
  version: 1,
  permissions: [
    graphScope('offline_access'),
    graphScope('Organization.Read.All'),
    graphScope('Directory.Read.All'),
    graphScope('TeamsTelephoneNumber.ReadWrite.All'),
    graphScope('TeamsPolicyUserAssign.ReadWrite.All'),
  ],
} as const satisfies PermissionProfile;

/** The profiles that this version knows. */
export const profiles: readonly PermissionProfile[] = [directRoutingDelegated];

/** A profile by id; undefined when nobody made it. */
export const profileById = (id: string): PermissionProfile | undefined => profiles.find((profile) => profile.id === id);
