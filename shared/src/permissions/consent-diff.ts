import type { PermissionLine } from './check.ts';
import { directoryRoles, type DirectoryRoleId } from './directory-roles.ts';
import { resources, type PermissionProfile, type RequiredPermission } from './profile.ts';
import { bySeverity } from './risk.ts';

/** What a consent would change in the customer's tenant, said before anybody gives it. */
export interface ConsentDiff {
  /** Whether the tenant was read before. Where it was not, nothing is said of what it holds already. */
  readonly known: boolean;
  /** Required, and not granted for the whole organisation yet. */
  readonly adds: readonly RequiredPermission[];
  readonly keeps: readonly RequiredPermission[];
  /** Granted to us for the whole organisation, and not asked for: a tenant-wide consent may take it away. The gravest first. */
  readonly wouldRevoke: readonly Pick<PermissionLine, 'resourceAppId' | 'kind' | 'value'>[];
  /** Useful, not needed, and not granted. */
  readonly optional: readonly RequiredPermission[];
  /** Its service is not in the tenant: it is asked for, and nobody can grant it. */
  readonly unavailable: readonly RequiredPermission[];
}

type Place = 'adds' | 'keeps' | 'optional' | 'unavailable';

/** Compares a profile with what was read back last; `lines` is null where nothing was. */
export function consentDiff(profile: PermissionProfile, lines: readonly PermissionLine[] | null): ConsentDiff {
  const held = lines ?? [];
  const placed = Map.groupBy(profile.permissions, (permission): Place => placeOf(permission, held));
  return {
    known: lines !== null,
    adds: placed.get('adds') ?? [],
    keeps: placed.get('keeps') ?? [],
    optional: placed.get('optional') ?? [],
    unavailable: placed.get('unavailable') ?? [],
    wouldRevoke: held
      .filter((line) => isTenantWide(line) && !profile.permissions.some((permission) => isSame(permission, line)))
      .map(({ resourceAppId, kind, value }) => ({ resourceAppId, kind, value }))
      .toSorted(bySeverity),
  };
}

function placeOf(permission: RequiredPermission, held: readonly PermissionLine[]): Place {
  const line = held.find((one) => isSame(permission, one));
  if (line !== undefined && isTenantWide(line)) return 'keeps';
  if (line?.finding === 'skipped') return 'unavailable';
  return permission.required ? 'adds' : 'optional';
}

/** A surplus that one person granted is that person's, and stays as it is. */
const isTenantWide = ({ finding, principalIds }: PermissionLine): boolean =>
  finding === 'granted' || (finding === 'surplus' && principalIds.length === 0);

const isSame = (
  one: Pick<PermissionLine, 'resourceAppId' | 'kind' | 'value'>,
  other: Pick<PermissionLine, 'resourceAppId' | 'kind' | 'value'>,
): boolean =>
  one.resourceAppId === other.resourceAppId &&
  one.kind === other.kind &&
  one.value.toLowerCase() === other.value.toLowerCase();

/** Microsoft's two pages: the sign-in with the box "on behalf of your organization", and the one that has no box. */
export type ConsentPage = 'box' | 'no_box';

/**
 * The least directory role that can grant all of a profile for the organisation. Source: learn.microsoft.com, grant admin consent: Graph's
 * app roles need a Privileged Role Administrator; the box is shown to Global Administrators only.
 */
export function leastRole({ permissions }: PermissionProfile, page: ConsentPage): DirectoryRoleId {
  if (page === 'box') return directoryRoles.globalAdministrator;
  const hasGraphRole = permissions.some(
    ({ kind, resourceAppId }) => kind === 'application' && resourceAppId === resources.graph,
  );
  return hasGraphRole ? directoryRoles.privilegedRoleAdministrator : directoryRoles.cloudApplicationAdministrator;
}

/** What a version of a profile asks for that a connection does not have, by what was read back last. */
export const lackingOf = (profile: PermissionProfile, lines: readonly PermissionLine[] | null): readonly string[] =>
  consentDiff(profile, lines).adds.map(({ value }) => value);
