import type { GrantedPermission } from '../permissions/check.ts';
import { directoryRoles } from '../permissions/directory-roles.ts';
import { resources } from '../permissions/profile.ts';
import { directRoutingDelegated as profile } from '../permissions/profiles.ts';
import type { Observations, TokenObservation } from './observation.ts';

export const pinned = '7c1a2b3c-0000-4000-8000-00000000a001';
export const foreign = '7c1a2b3c-0000-4000-8000-00000000dead';
export const changed = '2026-11-02T09:00:00.000Z';
export const at = '2026-11-02T09:01:00.000Z';
export const muchLater = '2026-11-02T12:00:00.000Z';
export const before = '2026-11-02T08:00:00.000Z';

export const grant = (value: string, change: Partial<GrantedPermission> = {}): GrantedPermission => ({
  resourceAppId: resources.graph,
  kind: 'delegated',
  value,
  reach: 'tenant',
  principalId: null,
  enabled: true,
  ...change,
});
export const everything = profile.permissions.map(({ value }) => grant(value));

export const issued: Extract<TokenObservation, { state: 'issued' }> = {
  state: 'issued',
  receivedAt: at,
  issuedAt: at,
  tenantId: pinned,
  permissions: profile.permissions.map(({ value }) => value),
  requestId: 'token-request',
};
export const proved: Observations = {
  at,
  pinnedTenantId: pinned,
  consentChangedAt: changed,
  token: issued,
  organization: { state: 'read', tenantId: pinned, displayName: 'Contoso', requestId: 'organization-request' },
  registration: {
    state: 'read',
    objectId: 'object',
    enabled: true,
    disabledByMicrosoft: null,
    assignmentRequired: false,
    requestId: 'registration-request',
  },
  grants: { state: 'read', granted: everything, requestId: 'grants-request' },
  resources: { state: 'read', resources: [{ appId: resources.graph, standing: 'enabled' }], requestId: null },
  roles: { state: 'read', active: [directoryRoles.teamsAdministrator], eligible: null, requestId: null },
  users: { state: 'read', requestId: null },
  teams: { state: 'read', requestId: null },
  teamsAdminToken: { state: 'not_needed' },
  teamsAdmin: { state: 'not_needed' },
  credentials: { refreshToken: { issuedAt: at }, client: null, password: null },
};
export const refused = (status: number) => ({ state: 'refused', status, code: 'Denied', requestId: 'r' }) as const;
export const unreachable = (status: number | null) =>
  ({ state: 'unreachable', status, retryAfterSeconds: null, requestId: null }) as const;
export const notTried = { state: 'not_tried', because: 'no_answer_before' } as const;
/** What there is of Graph where no token was issued. */
export const nothing = {
  organization: notTried,
  registration: notTried,
  grants: notTried,
  resources: notTried,
  roles: notTried,
  users: notTried,
  teams: notTried,
  teamsAdminToken: notTried,
  teamsAdmin: notTried,
} as const;
export const tokenRefused = (
  error: string,
  aadsts: number | null,
  suberror: string | null = null,
): TokenObservation => ({
  state: 'refused',
  error,
  suberror,
  aadsts,
  correlationId: 'c',
  requestId: 'r',
});
export const granting = (granted: readonly GrantedPermission[]): Observations['grants'] => ({
  state: 'read',
  granted,
  requestId: null,
});
