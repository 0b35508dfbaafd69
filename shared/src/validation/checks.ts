import type { PermissionLine } from '../permissions/check.ts';
import { bySeverity } from '../permissions/risk.ts';
import type { PermissionProfile } from '../permissions/profile.ts';
import { credentialChecks } from './credential-checks.ts';
import { isFresh } from './fresh.ts';
import type { Observations, TokenObservation } from './observation.ts';
import { resourcesOf, standingOf } from './resource-faults.ts';
import { roleStanding } from './role-faults.ts';
import type { Check } from './verdict.ts';
import { isNeeded } from './workloads.ts';

type Result = Check['result'];

/** The checks one by one, always the same in the same order, whatever came back. */
export function checksOf(
  seen: Observations,
  profile: PermissionProfile,
  lines: readonly PermissionLine[] | undefined,
): readonly Check[] {
  return [
    tokenCheck(seen),
    tenantCheck(seen),
    registrationCheck(seen),
    assignmentCheck(seen),
    resourcesCheck(seen, profile),
    permissionsCheck(lines),
    surplusCheck(lines),
    rolesCheck(seen, profile),
    liveRead(seen),
    probeCheck('users', seen, profile),
    probeCheck('teams', seen, profile),
    teamsAdminCheck(seen, profile),
    ...credentialChecks(seen),
  ];
}

const check = (id: Check['id'], result: Result, about: readonly string[] = []): Check => ({
  id,
  result,
  about: [...about],
});

/** Microsoft's own name of a refusal. */
export const tokenCode = ({ aadsts, error }: Extract<TokenObservation, { state: 'refused' }>): string =>
  aadsts === null ? error : `AADSTS${aadsts}`;

function tokenCheck({ token, consentChangedAt }: Observations): Check {
  if (token.state === 'unreachable') return check('token', 'unknown');
  if (token.state === 'refused') return check('token', 'failed', [tokenCode(token)]);
  return check('token', isFresh(token, consentChangedAt) ? 'passed' : 'warning');
}

function tenantCheck({ token, teamsAdminToken, organization, pinnedTenantId }: Observations): Check {
  const tenants = [
    token.state === 'issued' ? token.tenantId : null,
    teamsAdminToken.state === 'issued' ? teamsAdminToken.tenantId : null,
    organization.state === 'read' ? organization.tenantId : null,
  ].filter((id) => id !== null);
  if (tenants.length === 0) return check('tenant', 'not_tried');
  const strange = tenants.filter((id) => id.toLowerCase() !== pinnedTenantId.toLowerCase());
  if (strange.length > 0) return check('tenant', 'failed', strange);
  return check('tenant', organization.state === 'read' ? 'passed' : 'unknown', [pinnedTenantId]);
}

function registrationCheck({ registration }: Observations): Check {
  if (registration.state === 'not_tried') return check('registration', 'not_tried');
  if (registration.state === 'absent') return check('registration', 'failed');
  if (registration.state !== 'read') return check('registration', 'unknown');
  return check('registration', registration.enabled && registration.disabledByMicrosoft === null ? 'passed' : 'failed');
}

const notAssigned = 50105;

/** Where only the assigned may use it, a token that was issued is the proof that this account is. */
function assignmentCheck({ registration, token }: Observations): Check {
  if (token.state === 'refused' && token.aadsts === notAssigned) return check('assignment', 'failed');
  if (registration.state === 'not_tried' || registration.state === 'absent') return check('assignment', 'not_tried');
  return check('assignment', registration.state === 'read' ? 'passed' : 'unknown');
}

function resourcesCheck({ resources }: Observations, profile: PermissionProfile): Check {
  if (resources.state === 'not_tried') return check('resources', 'not_tried');
  if (resources.state !== 'read') return check('resources', 'unknown');
  const away = resourcesOf(profile).filter(({ appId }) => standingOf(resources, appId) !== 'enabled');
  const result = away.length === 0 ? 'passed' : away.some(({ required }) => required) ? 'failed' : 'skipped';
  return check(
    'resources',
    result,
    away.map(({ appId }) => appId),
  );
}

function permissionsCheck(lines: readonly PermissionLine[] | undefined): Check {
  if (lines === undefined) return check('permissions', 'not_tried');
  const bad = lines.filter((line) => line.required && line.finding !== 'granted');
  return check(
    'permissions',
    bad.length === 0 ? 'passed' : 'failed',
    bad.map((line) => line.value),
  );
}

/** The gravest first: that is the one that somebody should ask about. */
function surplusCheck(lines: readonly PermissionLine[] | undefined): Check {
  if (lines === undefined) return check('surplus', 'not_tried');
  const surplus = lines.filter((line) => line.finding === 'surplus').toSorted(bySeverity);
  return check(
    'surplus',
    surplus.length === 0 ? 'passed' : 'warning',
    surplus.map((line) => line.value),
  );
}

function rolesCheck({ roles }: Observations, { directoryRoles = [] }: PermissionProfile): Check {
  const least = directoryRoles.slice(0, 1);
  if (least.length === 0) return check('roles', 'skipped');
  if (roles.state === 'not_tried' || roles.state === 'not_needed') return check('roles', 'not_tried', least);
  if (roles.state !== 'read') return check('roles', 'unknown', least);
  const active = roleStanding(roles, directoryRoles) === 'active';
  return active ? check('roles', 'passed') : check('roles', 'failed', least);
}

/** An answer of another tenant is an answer, and no proof. */
function liveRead({ organization, pinnedTenantId }: Observations): Check {
  if (organization.state === 'not_tried') return check('live_read', 'not_tried');
  if (organization.state === 'unreachable') return check('live_read', 'unknown');
  if (organization.state === 'refused') return check('live_read', 'failed', [organization.code]);
  const isTheirs = organization.tenantId.toLowerCase() === pinnedTenantId.toLowerCase();
  return check('live_read', isTheirs ? 'passed' : 'failed', [organization.displayName]);
}

function probeCheck(id: 'users' | 'teams', seen: Observations, profile: PermissionProfile): Check {
  const probe = seen[id];
  if (probe.state === 'not_needed' || !isNeeded(profile, id)) return check(id, 'skipped');
  if (probe.state === 'not_tried') return check(id, 'not_tried');
  if (probe.state === 'unreachable') return check(id, 'unknown');
  return probe.state === 'read' ? check(id, 'passed') : check(id, 'failed', [probe.code]);
}

/** It wants a token of its own: what that one says comes first. */
function teamsAdminCheck(
  { teamsAdminToken: token, teamsAdmin: read, consentChangedAt }: Observations,
  profile: PermissionProfile,
): Check {
  const id = 'teams_admin';
  if (!isNeeded(profile, id) || token.state === 'not_needed') return check(id, 'skipped');
  if (token.state === 'not_tried') return check(id, 'not_tried');
  if (token.state === 'unreachable') return check(id, 'unknown');
  if (token.state === 'refused') return check(id, 'failed', [tokenCode(token)]);
  if (read.state === 'not_tried' || read.state === 'not_needed') return check(id, 'not_tried');
  if (read.state === 'unreachable' || !isFresh(token, consentChangedAt)) return check(id, 'unknown');
  return read.state === 'read' ? check(id, 'passed') : check(id, 'failed', [read.code]);
}
