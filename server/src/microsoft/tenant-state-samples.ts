import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { Secret } from '../sealing/secret.ts';
import type { TenantQuestion } from '../validation/tenant-state.ts';
import { fakeNetwork, sampleCloud } from './microsoft-samples.ts';
import type { ResourcePermissions } from './resource-permissions.ts';
import { createTenantStateReader } from './tenant-state.ts';

export const clientId = '7c1a2b3c-0000-4000-8000-00000000c001';
export const graphId = '00000003-0000-0000-c000-000000000000';
export const tenantId = '7c1a2b3c-0000-4000-8000-00000000a001';
/** Enough of a profile that everything is asked for that can be. */
const profile: PermissionProfile = {
  id: 'samples',
  version: 1,
  permissions: ['Directory.Read.All', 'TeamsTelephoneNumber.Read.All'].map((value) => ({
    resourceAppId: graphId,
    kind: 'delegated',
    value,
    required: true,
  })),
  directoryRoles: ['69091246-20e8-4a56-aa4d-066075b2a7a8'],
};
export type Item = { status: number; body?: unknown; headers?: Record<string, string> };

export const page = (value: readonly unknown[], nextLink?: string): Item => ({
  status: 200,
  body: { value, ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }) },
});
export const everyGrant = {
  clientId: 'our-sp',
  consentType: 'AllPrincipals',
  principalId: null,
  resourceId: 'graph-sp',
  scope: ' Directory.Read.All',
};
export const good: Record<string, Item> = {
  organization: {
    ...page([{ id: tenantId.toUpperCase(), displayName: 'Contoso' }]),
    headers: { 'request-id': 'org-1' },
  },
  servicePrincipal: {
    status: 200,
    body: { id: 'our-sp', appId: clientId, accountEnabled: true, disabledByMicrosoftStatus: null },
  },
  oauth2PermissionGrants: { ...page([everyGrant]), headers: { 'Request-Id': 'grants-1' } },
  appRoleAssignments: page([]),
  [`resource ${graphId}`]: { status: 200, body: { id: 'graph-sp', appId: graphId, accountEnabled: true } },
  roles: page([{ id: 'role', roleTemplateId: '69091246-20E8-4A56-AA4D-066075B2A7A8' }]),
  users: page([{ id: '7c1a2b3c-0000-4000-8000-00000000e001' }]),
  teams: page([]),
  'graph-sp': {
    status: 200,
    body: {
      id: 'graph-sp',
      appId: graphId,
      appRoles: [{ id: 'role-1', value: 'Domain.Read.All', isEnabled: true }],
      oauth2PermissionScopes: [
        { value: 'Directory.Read.All', isEnabled: true },
        { value: 'Mail.Read', isEnabled: false },
      ],
    },
  },
};
export const error = (status: number, code: string, more: Partial<Item> = {}): Item => ({
  status,
  body: { error: { code, message: 'm', innerError: { 'request-id': 'inner-1' } } },
  ...more,
});

export function reader(
  items: Record<string, Item> = good,
  gets: Record<string, Response | Error> = {},
  change: Partial<TenantQuestion> = {},
) {
  const network = fakeNetwork(({ address, body }) => {
    const found = gets[new URL(address).pathname + new URL(address).search];
    if (found instanceof Error) throw found;
    if (found !== undefined) return found.clone();
    const { requests } = JSON.parse(body) as { requests: { id: string }[] };
    const responses = requests.map(({ id }) => ({ id, ...items[id] })).toReversed();
    return Response.json({ responses }, { headers: { 'request-id': 'batch-1' } });
  });
  const kept = new Map<string, ResourcePermissions>();
  const state = createTenantStateReader({
    cloud: sampleCloud,
    fetch: network.graph,
    teamsAdminFetch: network.teamsAdmin,
    now: () => new Date('2026-11-02T09:00:00.000Z'),
    clientId,
    resources: {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, resource) => Promise.resolve(void kept.set(key, resource)),
    },
  });
  const question: TenantQuestion = {
    tenantId,
    profile,
    as: 'account',
    tokenFor: () => Promise.reject(new Error('nobody asked for another token')),
    ...change,
  };
  return { read: () => state.read(new Secret('the-token'), question), sent: network.sent };
}
