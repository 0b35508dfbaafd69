import type { PermissionKind } from '@latchkey/shared/permissions/kind';
import type { GrantedPermission } from '@latchkey/shared/permissions/check';
import type { z } from 'zod/mini';
import type { AppRoleAssignment, PermissionGrant, ResourceServicePrincipal } from './graph-shapes.ts';

/** What a resource (Microsoft Graph, the Teams admin API) offers, short enough to be kept. */
export interface ResourcePermissions {
  readonly appId: string;
  readonly scopes: readonly OfferedPermission[];
  readonly roles: readonly (OfferedPermission & { readonly id: string })[];
}

interface OfferedPermission {
  readonly value: string;
  readonly enabled: boolean;
}

/** Keeps what a resource offers, by tenant and object id. It may be lost at any time. */
export interface ResourceCache {
  get(key: string): Promise<ResourcePermissions | undefined>;
  set(key: string, resource: ResourcePermissions): Promise<void>;
}

export const resourceOf = (found: z.infer<typeof ResourceServicePrincipal>): ResourcePermissions => ({
  appId: found.appId.toLowerCase(),
  scopes: found.oauth2PermissionScopes.map(({ value, isEnabled }) => ({ value: value ?? '', enabled: isEnabled })),
  roles: found.appRoles.map(({ id, value, isEnabled }) => ({ id, value: value ?? id, enabled: isEnabled })),
});

/** Delegated grants, scope by scope. Only `AllPrincipals` is tenant-wide; whatever else Microsoft may write there is one person's. */
export const delegated = (grant: PermissionGrant, resource: ResourcePermissions): readonly GrantedPermission[] =>
  (grant.scope ?? '')
    .split(/\s+/)
    .filter((value) => value !== '')
    .map((value) => {
      const offered = resource.scopes.find((scope) => scope.value.toLowerCase() === value.toLowerCase());
      return {
        ...granted('delegated', resource, offered?.value ?? value, offered?.enabled ?? false),
        reach: grant.consentType === 'AllPrincipals' ? 'tenant' : 'one_person',
        principalId: grant.consentType === 'AllPrincipals' ? null : (grant.principalId ?? null),
      };
    });

/** A granted app role. One that the resource does not list is named by its id, and not believed to work. */
export function application({ appRoleId }: AppRoleAssignment, resource: ResourcePermissions): GrantedPermission {
  const offered = resource.roles.find(({ id }) => id.toLowerCase() === appRoleId.toLowerCase());
  return granted('application', resource, offered?.value ?? appRoleId, offered?.enabled ?? false);
}

const granted = (
  kind: PermissionKind,
  { appId }: ResourcePermissions,
  value: string,
  enabled: boolean,
): GrantedPermission => ({ resourceAppId: appId, kind, value, reach: 'tenant', principalId: null, enabled });
