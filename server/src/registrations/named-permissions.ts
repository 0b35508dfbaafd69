import type { PermissionKind } from '@latchkey/shared/permissions/kind';
import type { Application, OfferedPermissions } from './application.ts';

export interface NamedPermission {
  readonly resourceAppId: string;
  readonly kind: PermissionKind;
  readonly value: string;
}

export const keyOf = ({ resourceAppId, kind, value }: NamedPermission): string =>
  `${resourceAppId}/${kind}/${value}`.toLowerCase();

type Offered = ReadonlyMap<string, OfferedPermissions>;

const listOf = (resource: OfferedPermissions | undefined, kind: PermissionKind) =>
  (kind === 'delegated' ? resource?.oauth2PermissionScopes : resource?.appRoles) ?? [];

/** The static list by names. An id that its resource does not know stays an id: nothing equals it. */
export const namesOf = ({ requiredResourceAccess }: Application, offered: Offered): readonly NamedPermission[] =>
  (requiredResourceAccess ?? []).flatMap(({ resourceAppId: id, resourceAccess }) => {
    const resourceAppId = id.toLowerCase();
    return resourceAccess.map((one): NamedPermission => {
      const kind = one.type === 'Scope' ? 'delegated' : 'application';
      const known = listOf(offered.get(resourceAppId), kind).find((permission) => permission.id === one.id);
      return { resourceAppId, kind, value: known?.value ?? one.id };
    });
  });

/** The same list as Microsoft wants it written: by ids. Undefined where one of them has no id: then nobody can write it. */
export function accessOf(permissions: readonly NamedPermission[], offered: Offered): readonly object[] | undefined {
  const unique = [...new Map(permissions.map((one) => [keyOf(one), one])).values()];
  const written = unique.map(({ resourceAppId, kind, value }) => ({
    resourceAppId,
    id: listOf(offered.get(resourceAppId), kind).find((one) => one.value?.toLowerCase() === value.toLowerCase())?.id,
    type: kind === 'delegated' ? 'Scope' : 'Role',
  }));
  if (written.some(({ id }) => id === undefined)) return undefined;
  return [...new Set(written.map(({ resourceAppId }) => resourceAppId))].map((resourceAppId) => ({
    resourceAppId,
    resourceAccess: written.filter((one) => one.resourceAppId === resourceAppId).map(({ id, type }) => ({ id, type })),
  }));
}
