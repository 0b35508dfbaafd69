import { directoryRoles } from './directory-roles.ts';
import type { PermissionKind } from './kind.ts';
import { resources, type PermissionProfile, type RequiredPermission } from './profile.ts';

const ofGraph =
  (kind: PermissionKind) =>
  (value: string): RequiredPermission => ({ resourceAppId: resources.graph, kind, value, required: true });
const graphScope = ofGraph('delegated');
const graphRole = ofGraph('application');

/** Who administers telephony in Teams. The least first: it is the one that we name. */
const telephonyRoles = [
  directoryRoles.teamsCommunicationsAdministrator,
  directoryRoles.teamsTelephonyAdministrator,
  directoryRoles.teamsAdministrator,
  directoryRoles.globalAdministrator,
];

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
  directoryRoles: telephonyRoles,
} as const satisfies PermissionProfile;

/** Direct Routing, carried out as the application itself: nobody's account, and a role that is given to the registration. */
const directRoutingApplication = {
  id: 'direct-routing-application',
  version: 1,
  permissions: [
    graphRole('Organization.Read.All'),
    graphRole('Directory.Read.All'),
    graphRole('TeamsTelephoneNumber.ReadWrite.All'),
    graphRole('TeamsPolicyUserAssign.ReadWrite.All'),
  ],
  directoryRoles: telephonyRoles,
} as const satisfies PermissionProfile;

/** The profiles that this version brings along; a provider's own are stored. */
export const profiles: readonly PermissionProfile[] = [directRoutingDelegated, directRoutingApplication];

/** One of these profiles by id; undefined when it is not one of them. */
export const profileById = (id: string): PermissionProfile | undefined => profiles.find((profile) => profile.id === id);
