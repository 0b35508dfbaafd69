import type { PermissionKind } from './kind.ts';
import { signInScopes, type PermissionProfile, type RequiredPermission } from './profile.ts';

/** One permission as the tenant holds it. `principalId` names the one person of a grant that is not tenant-wide. */
export interface GrantedPermission {
  readonly resourceAppId: string;
  readonly kind: PermissionKind;
  readonly value: string;
  readonly reach: 'tenant' | 'one_person';
  readonly principalId: string | null;
  /** False when the resource has switched the permission off. */
  readonly enabled: boolean;
}

/** `skipped`: its resource is not in the tenant (not bought, not set up), so nobody could grant it; that is no failure of the consent. */
export type Finding = 'granted' | 'one_person' | 'missing' | 'disabled' | 'skipped' | 'surplus';

/** One line of the permission check. */
export interface PermissionLine {
  readonly resourceAppId: string;
  readonly kind: PermissionKind;
  readonly value: string;
  readonly required: boolean;
  readonly finding: Finding;
  readonly principalIds: readonly string[];
}

/** Required against granted. Claim values are compared without regard to case; a grant to one person never counts as tenant-wide. */
export function checkPermissions(
  profile: PermissionProfile,
  granted: readonly GrantedPermission[],
  absentResources: readonly string[] = [],
): readonly PermissionLine[] {
  const asked = profile.permissions.map((permission) => lineFor(permission, granted, absentResources));
  const surplus = granted.filter((grant) => !isAsked(profile, grant)).map(surplusLine);
  return [...asked, ...unique(surplus)];
}

function lineFor(
  permission: RequiredPermission,
  granted: readonly GrantedPermission[],
  absentResources: readonly string[],
): PermissionLine {
  const mine = granted.filter((grant) => same(grant, permission));
  const { resourceAppId, kind, value, required } = permission;
  const principalIds = mine.flatMap((grant) =>
    grant.reach === 'one_person' && grant.principalId !== null ? [grant.principalId] : [],
  );
  const absent = absentResources.some((appId) => sameValue(appId, resourceAppId));
  const finding = absent && mine.length === 0 ? 'skipped' : findingOf(mine);
  return { resourceAppId, kind, value, required, finding, principalIds };
}

function findingOf(mine: readonly GrantedPermission[]): Finding {
  const enabled = mine.filter((grant) => grant.enabled);
  if (enabled.some((grant) => grant.reach === 'tenant')) return 'granted';
  if (enabled.length > 0) return 'one_person';
  return mine.length > 0 ? 'disabled' : 'missing';
}

function isAsked(profile: PermissionProfile, grant: GrantedPermission): boolean {
  const harmless = grant.kind === 'delegated' && signInScopes.some((scope) => sameValue(scope, grant.value));
  return harmless || profile.permissions.some((permission) => same(grant, permission));
}

const surplusLine = (grant: GrantedPermission): PermissionLine => ({
  resourceAppId: grant.resourceAppId,
  kind: grant.kind,
  value: grant.value,
  required: false,
  finding: 'surplus',
  principalIds: grant.principalId === null ? [] : [grant.principalId],
});

const unique = (lines: readonly PermissionLine[]): readonly PermissionLine[] => [
  ...new Map(lines.map((line) => [`${line.resourceAppId} ${line.kind} ${line.value.toLowerCase()}`, line])).values(),
];

const sameValue = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const same = (grant: GrantedPermission, permission: RequiredPermission): boolean =>
  grant.kind === permission.kind &&
  grant.resourceAppId === permission.resourceAppId &&
  sameValue(grant.value, permission.value);
