import type { PermissionLine } from '../permissions/check.ts';
import { lackingOf } from '../permissions/consent-diff.ts';
import type { PermissionProfile } from '../permissions/profile.ts';
import { credentialFaults } from './credential-faults.ts';
import { explains, fault, notReached, type Fault } from './fault.ts';
import { isFresh } from './fresh.ts';
import type { Observations } from './observation.ts';
import { resourceFaults } from './resource-faults.ts';
import { roleFaults } from './role-faults.ts';
import { teamsAdminFaults } from './teams-admin-faults.ts';
import { tokenRefusal } from './token-refusal.ts';
import { workloadFaults } from './workload-faults.ts';

/** Every reason against `working`; of those of one verdict the first is told. An empty list is the only way to it. */
export function findings(
  seen: Observations,
  profile: PermissionProfile,
  lines: readonly PermissionLine[] | undefined,
  newest: PermissionProfile = profile,
): readonly Fault[] {
  return [
    ...tokenFaults(seen),
    ...tenantFaults(seen),
    ...registrationFaults(seen),
    ...resourceFaults(seen, profile),
    ...grantFaults(seen),
    ...reconsentFaults(lines, profile, newest),
    ...(lines ?? []).flatMap(lineFault),
    ...roleFaults(seen, profile),
    ...organizationFaults(seen),
    ...workloadFaults(seen, profile),
    ...teamsAdminFaults(seen, profile),
    ...credentialFaults(seen),
  ];
}

function tokenFaults({ token, consentChangedAt }: Observations): readonly Fault[] {
  if (token.state === 'unreachable') return [notReached(token)];
  if (token.state === 'refused') return [tokenRefusal(token)];
  return isFresh(token, consentChangedAt) ? [] : [fault('unknown', 'token_not_fresh', 'microsoft', 'token', true)];
}

function tenantFaults({ token, teamsAdminToken, organization, pinnedTenantId }: Observations): readonly Fault[] {
  const seen = [
    token.state === 'issued' ? token.tenantId : null,
    teamsAdminToken.state === 'issued' ? teamsAdminToken.tenantId : null,
    organization.state === 'read' ? organization.tenantId : null,
  ];
  const strange = seen.some((tenant) => tenant !== null && tenant.toLowerCase() !== pinnedTenantId.toLowerCase());
  return strange ? [fault('action_needed', 'tenant_mismatch', 'provider', 'token')] : [];
}

function registrationFaults({ registration, token }: Observations): readonly Fault[] {
  if (registration.state === 'absent')
    return [fault('action_needed', 'registration_absent', 'customer', 'token', true)];
  if (registration.state === 'unreachable') return [notReached(registration)];
  if (registration.state === 'refused')
    return [fault('unknown', 'grants_unreadable', 'customer', 'token', explains(registration))];
  if (registration.state === 'not_tried')
    return token.state === 'issued' ? [fault('unknown', 'grants_unreadable', 'provider', 'token')] : [];
  if (registration.disabledByMicrosoft !== null)
    return [fault('blocked', 'registration_blocked_by_microsoft', 'microsoft', 'token')];
  return registration.enabled ? [] : [fault('action_needed', 'registration_disabled', 'customer', 'token')];
}

function grantFaults({ grants, token }: Observations): readonly Fault[] {
  if (grants.state === 'unreachable') return [notReached(grants)];
  if (grants.state === 'refused') return [fault('unknown', 'grants_unreadable', 'customer', 'token', explains(grants))];
  return grants.state === 'not_tried' && token.state === 'issued'
    ? [fault('unknown', 'grants_unreadable', 'provider', 'token')]
    : [];
}

function lineFault({ finding, required }: PermissionLine): readonly Fault[] {
  if (finding === 'granted') return [];
  if (finding === 'skipped') return required ? [fault('action_needed', 'resource_absent', 'customer', 'grants')] : [];
  if (finding === 'surplus') return [fault('degraded', 'permission_surplus', 'customer', 'probe')];
  if (!required) return [fault('degraded', 'permission_optional_missing', 'customer', 'probe')];
  if (finding === 'one_person') return [fault('action_needed', 'permission_one_person', 'customer', 'grants')];
  if (finding === 'disabled') return [fault('action_needed', 'permission_disabled', 'microsoft', 'grants')];
  return [fault('action_needed', 'permission_missing', 'customer', 'grants', true)];
}

/** It works as it was approved; what is asked for by now was not approved yet. */
function reconsentFaults(
  lines: readonly PermissionLine[] | undefined,
  { version }: PermissionProfile,
  newest: PermissionProfile,
): readonly Fault[] {
  if (lines === undefined || newest.version <= version || lackingOf(newest, lines).length === 0) return [];
  return [fault('degraded', 'reconsent_needed', 'customer', 'probe')];
}

function organizationFaults({ organization, token }: Observations): readonly Fault[] {
  if (organization.state === 'unreachable') return [notReached(organization)];
  if (organization.state === 'refused')
    return [fault('unknown', 'organization_unreadable', 'customer', 'grants', explains(organization))];
  return organization.state === 'not_tried' && token.state === 'issued'
    ? [fault('unknown', 'organization_unreadable', 'provider', 'grants')]
    : [];
}
