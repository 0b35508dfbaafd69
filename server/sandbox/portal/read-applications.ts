import type { Directory } from '../directory/directory.ts';
import type { Grant, ServicePrincipal } from '../directory/records.ts';
import type { PortalApplication, PortalApplicationDetails, PortalPermission } from './portal-data.ts';

const administrator = 'An administrator';

const row = ({ id, appId, displayName, publisher, createdAt }: ServicePrincipal): PortalApplication => ({
  objectId: id,
  appId,
  name: displayName,
  publisher,
  createdOn: new Date(createdAt).toISOString().slice(0, 10),
});

/** The enterprise applications that the list shows: Microsoft's own are filtered away, as the portal does at first. */
export function listApplications(directory: Directory, tenantId: string): readonly PortalApplication[] {
  return directory
    .servicePrincipals(tenantId)
    .filter(({ publisher }) => publisher !== 'Microsoft')
    .map(row);
}

function delegated(directory: Directory, grant: Grant): readonly PortalPermission[] {
  const principal = directory.servicePrincipal(grant.tenantId, grant.resourceId);
  const resource = principal && directory.resource(principal.appId);
  const person = grant.principalId === null ? undefined : directory.person(grant.principalId);
  return grant.scopes.map((value) => ({
    apiName: principal?.displayName ?? '',
    claimValue: value,
    permission: resource?.scopes.find((one) => one.value === value)?.displayName ?? value,
    type: 'Delegated',
    grantedThrough: person ? 'User consent' : 'Admin consent',
    grantedBy: person?.name ?? administrator,
  }));
}

function application(directory: Directory, tenantId: string, principalId: string): readonly PortalPermission[] {
  return directory
    .assignments(tenantId)
    .filter((one) => one.principalId === principalId)
    .flatMap(({ resourceId, appRoleId }) => {
      const principal = directory.servicePrincipal(tenantId, resourceId);
      const role = principal && directory.resource(principal.appId)?.appRoles.find(({ id }) => id === appRoleId);
      if (!role) return [];
      const { value: claimValue, displayName: permission } = role;
      const granted = { grantedThrough: 'Admin consent', grantedBy: administrator } as const;
      return [{ apiName: principal.displayName, claimValue, permission, type: 'Application' as const, ...granted }];
    });
}

/** One application with what it was granted, as its Overview and Permissions show it. */
export function readApplication(
  directory: Directory,
  tenantId: string,
  objectId: string,
): PortalApplicationDetails | undefined {
  const principal = directory.servicePrincipal(tenantId, objectId);
  if (!principal) return undefined;
  const all = directory
    .grants(tenantId)
    .filter(({ clientId }) => clientId === principal.id)
    .flatMap((grant) => delegated(directory, grant));
  return {
    ...row(principal),
    adminConsent: [
      ...all.filter(({ grantedThrough }) => grantedThrough === 'Admin consent'),
      ...application(directory, tenantId, principal.id),
    ],
    userConsent: all.filter(({ grantedThrough }) => grantedThrough === 'User consent'),
  };
}
