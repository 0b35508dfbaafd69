import { resources, type PermissionProfile } from '@latchkey/shared/permissions/profile';
import { isNeeded } from '@latchkey/shared/validation/workloads';
import type { TenantQuestion } from '../validation/tenant-state.ts';

/** Graph serves telephone numbers in Microsoft's public cloud alone. Source: Graph reference, "national cloud deployments". */
const teamsHost = 'https://graph.microsoft.com';

const resourceName = 'resource ';

/** The reads of one validation, by name: they go in one batch, and what a profile does not need is not among them. */
export function tenantPaths(clientId: string, { profile, as }: TenantQuestion, graphOrigin: string) {
  const ours = `/servicePrincipals(appId='${clientId}')`;
  const roles = as === 'account' ? '/me' : ours;
  return {
    organization: '/organization?$select=id,displayName,tenantType,verifiedDomains',
    servicePrincipal: `${ours}?$select=id,appId,displayName,accountEnabled,appRoleAssignmentRequired,disabledByMicrosoftStatus`,
    oauth2PermissionGrants: `${ours}/oauth2PermissionGrants`,
    appRoleAssignments: `${ours}/appRoleAssignments`,
    ...(needsRole(profile) && { roles: `${roles}/memberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId` }),
    ...(isNeeded(profile, 'users') && { users: '/users?$select=id&$top=1' }),
    ...(isNeeded(profile, 'teams') &&
      graphOrigin === teamsHost && { teams: '/admin/teams/telephoneNumberManagement/numberAssignments?$top=1' }),
    ...Object.fromEntries(
      appIdsOf(profile).map((appId) => [
        resourceName + appId,
        `/servicePrincipals(appId='${appId}')?$select=id,appId,accountEnabled`,
      ]),
    ),
  };
}

export const needsRole = ({ directoryRoles = [] }: PermissionProfile): boolean => directoryRoles.length > 0;

/** The resources that are looked at; Graph is asked in any case. */
export const appIdsOf = ({ permissions }: PermissionProfile): readonly string[] => [
  ...new Set([resources.graph, ...permissions.map(({ resourceAppId }) => resourceAppId)]),
];

export const nameOfResource = (appId: string): string => resourceName + appId;

const eligible = '/roleManagement/directory/roleEligibilityScheduleInstances';

/** Roles that are held and not activated. Most profiles may not read this; then it is not known. */
export const eligibleOfMe = `${eligible}/filterByCurrentUser(on='principal')?$select=roleDefinitionId`;
export const eligibleOf = (principalId: string): string =>
  `${eligible}?$filter=principalId eq '${principalId}'&$select=roleDefinitionId`;
