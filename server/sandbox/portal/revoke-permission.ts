import { z } from 'zod';
import type { Directory } from '../directory/directory.ts';

/** What the row's menu takes away: a permission that holds for everybody. */
export const Revocation = z.strictObject({ claimValue: z.string(), type: z.enum(['Delegated', 'Application']) });
type Revocation = z.output<typeof Revocation>;

function revokeDelegated(directory: Directory, tenantId: string, clientId: string, claimValue: string): void {
  const grants = directory.grants(tenantId);
  for (const { scopes, resourceId, consentType, principalId } of grants.filter((one) => one.clientId === clientId))
    if (consentType === 'AllPrincipals' && scopes.includes(claimValue))
      directory.putGrant(
        { tenantId, clientId, resourceId, consentType, principalId },
        scopes.filter((scope) => scope !== claimValue),
      );
}

function revokeRole(directory: Directory, tenantId: string, principalId: string, claimValue: string): void {
  for (const one of directory.assignments(tenantId).filter((each) => each.principalId === principalId)) {
    const resource = directory.servicePrincipal(tenantId, one.resourceId);
    const roles = directory.resource(resource?.appId ?? '')?.appRoles ?? [];
    if (roles.some(({ id, value }) => id === one.appRoleId && value === claimValue)) directory.removeAssignment(one.id);
  }
}

/** Takes one permission from an application, for everybody in the tenant. */
export function revokePermission(
  directory: Directory,
  tenantId: string,
  objectId: string,
  { claimValue, type }: Revocation,
): void {
  const principal = directory.servicePrincipal(tenantId, objectId);
  if (!principal) return;
  if (type === 'Delegated') revokeDelegated(directory, tenantId, principal.id, claimValue);
  else revokeRole(directory, tenantId, principal.id, claimValue);
}
