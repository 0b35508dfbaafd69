import type { PermissionProfile } from '../permissions/profile.ts';
import { explains, fault, notReached, type Fault } from './fault.ts';
import type { Observations, RolesObservation } from './observation.ts';

/** How the directory roles of whoever acts stand against those of which the profile needs one. */
export type RoleStanding = 'not_needed' | 'active' | 'eligible' | 'missing';

export function roleStanding(
  roles: Extract<RolesObservation, { state: 'read' }>,
  needed: readonly string[],
): RoleStanding {
  if (needed.length === 0) return 'not_needed';
  const holds = (held: readonly string[]) => needed.some((role) => held.some((one) => one.toLowerCase() === role));
  if (holds(roles.active)) return 'active';
  return roles.eligible !== null && holds(roles.eligible) ? 'eligible' : 'missing';
}

/** Consent gives no directory role, and without one the service itself refuses: the step that administrators miss. */
export function roleFaults(
  { roles, token }: Observations,
  { directoryRoles = [] }: PermissionProfile,
): readonly Fault[] {
  if (directoryRoles.length === 0) return [];
  if (roles.state === 'unreachable') return [notReached(roles)];
  if (roles.state === 'refused') return [fault('unknown', 'roles_unreadable', 'customer', 'token', explains(roles))];
  if (roles.state !== 'read')
    return token.state === 'issued' ? [fault('unknown', 'roles_unreadable', 'provider', 'token')] : [];
  const standing = roleStanding(roles, directoryRoles);
  if (standing === 'eligible') return [fault('action_needed', 'role_not_active', 'customer', 'grants')];
  return standing === 'missing' ? [fault('action_needed', 'role_missing', 'customer', 'grants')] : [];
}
