import type { Directory } from './directory.ts';
import type { Asked } from './permissions.ts';
import type { Registration } from './records.ts';

const byResource = (asked: readonly Asked[]): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>();
  for (const { resource, permission } of asked)
    map.set(resource.appId, [...(map.get(resource.appId) ?? []), permission.value]);
  return map;
};

/** For whom consent is given: everybody in the tenant, or one person. */
export type ConsentFor = { readonly everybody: true } | { readonly everybody: false; readonly personId: string };

/** Adds what was accepted on the consent page to what was granted before. */
export function recordConsent(
  directory: Directory,
  tenantId: string,
  client: Registration,
  asked: readonly Asked[],
  whom: ConsentFor,
): void {
  const clientId = directory.enlist(tenantId, client.clientId).id;
  for (const [appId, scopes] of byResource(asked)) {
    const resourceId = directory.enlist(tenantId, appId).id;
    const consentType = whom.everybody ? 'AllPrincipals' : 'Principal';
    const principalId = whom.everybody ? null : whom.personId;
    const before = directory
      .grants(tenantId)
      .find(
        (grant) => grant.clientId === clientId && grant.resourceId === resourceId && grant.principalId === principalId,
      );
    directory.putGrant({ tenantId, clientId, resourceId, consentType, principalId }, [
      ...(before?.scopes ?? []),
      ...scopes,
    ]);
  }
}

/**
 * Administrator consent to the registration's static list: application permissions too, and what was granted to
 * everybody beyond that list is taken away.
 */
export function recordStaticConsent(directory: Directory, tenantId: string, client: Registration): void {
  const clientId = directory.enlist(tenantId, client.clientId).id;
  for (const { resourceAppId, scopes, roles } of client.requires) {
    const resourceId = directory.enlist(tenantId, resourceAppId).id;
    directory.putGrant({ tenantId, clientId, resourceId, consentType: 'AllPrincipals', principalId: null }, scopes);
    const appRoles = directory.resource(resourceAppId)?.appRoles ?? [];
    for (const { id: appRoleId } of appRoles.filter(({ value }) => roles.includes(value)))
      directory.putAssignment({
        tenantId,
        appRoleId,
        principalId: clientId,
        principalType: 'ServicePrincipal',
        resourceId,
      });
  }
  const asked = new Set(client.requires.map(({ resourceAppId }) => directory.enlist(tenantId, resourceAppId).id));
  for (const grant of directory.grants(tenantId))
    if (grant.clientId === clientId && grant.principalId === null && !asked.has(grant.resourceId))
      directory.putGrant(grant, []);
}
