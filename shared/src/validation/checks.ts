import type { PermissionLine } from '../permissions/check.ts';
import { isFresh } from './findings.ts';
import type { Observations } from './observation.ts';
import type { Check } from './verdict.ts';

type Result = Check['result'];

/** The checks one by one, always the same six in the same order, whatever came back. */
export function checksOf(seen: Observations, lines: readonly PermissionLine[] | undefined): readonly Check[] {
  return [
    tokenCheck(seen),
    tenantCheck(seen),
    registrationCheck(seen),
    permissionsCheck(lines),
    surplusCheck(lines),
    liveRead(seen),
  ];
}

const check = (id: Check['id'], result: Result, about: readonly string[] = []): Check => ({
  id,
  result,
  about: [...about],
});

function tokenCheck({ token, consentChangedAt }: Observations): Check {
  if (token.state === 'unreachable') return check('token', 'unknown');
  if (token.state === 'refused')
    return check('token', 'failed', token.aadsts === null ? [token.error] : [`AADSTS${token.aadsts}`]);
  return check('token', isFresh(token, consentChangedAt) ? 'passed' : 'unknown');
}

function tenantCheck({ token, organization, pinnedTenantId }: Observations): Check {
  const tenants = [
    token.state === 'issued' ? token.tenantId : null,
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

function permissionsCheck(lines: readonly PermissionLine[] | undefined): Check {
  if (lines === undefined) return check('permissions', 'not_tried');
  const bad = lines.filter((line) => line.required && line.finding !== 'granted');
  return check(
    'permissions',
    bad.length === 0 ? 'passed' : 'failed',
    bad.map((line) => line.value),
  );
}

function surplusCheck(lines: readonly PermissionLine[] | undefined): Check {
  if (lines === undefined) return check('surplus', 'not_tried');
  const surplus = lines.filter((line) => line.finding === 'surplus');
  return check(
    'surplus',
    surplus.length === 0 ? 'passed' : 'warning',
    surplus.map((line) => line.value),
  );
}

function liveRead({ organization }: Observations): Check {
  if (organization.state === 'not_tried') return check('live_read', 'not_tried');
  if (organization.state === 'unreachable') return check('live_read', 'unknown');
  return organization.state === 'read'
    ? check('live_read', 'passed', [organization.displayName])
    : check('live_read', 'failed', [organization.code]);
}
