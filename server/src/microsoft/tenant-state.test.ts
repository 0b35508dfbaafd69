import { describe, expect, test } from 'vitest';
import { Secret } from '../sealing/secret.ts';
import { NoAnswer } from './cloud-fetch.ts';
import { fakeNetwork, sampleCloud } from './microsoft-samples.ts';
import type { ResourcePermissions } from './resource-permissions.ts';
import { createTenantStateReader } from './tenant-state.ts';

const clientId = '7c1a2b3c-0000-4000-8000-00000000c001';
const graphId = '00000003-0000-0000-c000-000000000000';
const tenantId = '7c1a2b3c-0000-4000-8000-00000000a001';
type Item = { status: number; body?: unknown; headers?: Record<string, string> };

const page = (value: readonly unknown[], nextLink?: string): Item => ({
  status: 200,
  body: { value, ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }) },
});
const everyGrant = {
  consentType: 'AllPrincipals',
  principalId: null,
  resourceId: 'graph-sp',
  scope: ' Directory.Read.All',
};
const good: Record<string, Item> = {
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
const error = (status: number, code: string, more: Partial<Item> = {}): Item => ({
  status,
  body: { error: { code, message: 'm', innerError: { 'request-id': 'inner-1' } } },
  ...more,
});

function reader(items: Record<string, Item> = good, gets: Record<string, Response | Error> = {}) {
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
    now: () => new Date('2026-11-02T09:00:00.000Z'),
    clientId,
    resources: {
      get: (key) => Promise.resolve(kept.get(key)),
      set: (key, resource) => Promise.resolve(void kept.set(key, resource)),
    },
  });
  return { read: () => state.read(new Secret('the-token'), tenantId), sent: network.sent };
}

describe('a tenant that answers', () => {
  test('is read in two trips, and in one once its resources are known', async () => {
    const { read, sent } = reader();
    expect(await read()).toMatchObject({
      organization: { state: 'read', tenantId, displayName: 'Contoso', requestId: 'org-1' },
      registration: { state: 'read', objectId: 'our-sp', enabled: true, disabledByMicrosoft: null },
      grants: {
        state: 'read',
        requestId: 'grants-1',
        granted: [
          {
            resourceAppId: graphId,
            kind: 'delegated',
            value: 'Directory.Read.All',
            reach: 'tenant',
            principalId: null,
            enabled: true,
          },
        ],
      },
    });
    expect(sent).toHaveLength(2);
    await read();
    expect(sent).toHaveLength(3);
    for (const { address, authorization } of sent)
      expect([address, authorization]).toEqual(['http://127.0.0.1:2/v1.0/$batch', 'Bearer the-token']);
  });

  test('is known by the id of each call', async () => {
    expect((await reader().read()).upstream).toEqual([
      { what: 'graph: organization', requestId: 'org-1', status: 200 },
      { what: 'graph: servicePrincipal', requestId: 'batch-1', status: 200 },
      { what: 'graph: oauth2PermissionGrants', requestId: 'grants-1', status: 200 },
      { what: 'graph: appRoleAssignments', requestId: 'batch-1', status: 200 },
      { what: 'graph: resource', requestId: 'batch-1', status: 200 },
    ]);
  });

  test('with a grant to one person does not pass for a tenant-wide one, whatever Microsoft calls it', async () => {
    const grants = ['Principal', 'principal', 'Everybody', 'allprincipals'].map((consentType) => ({
      ...everyGrant,
      consentType,
      principalId: 'megan',
    }));
    const { grants: read } = await reader({ ...good, oauth2PermissionGrants: page(grants) }).read();
    expect(read).toMatchObject({ granted: grants.map(() => ({ reach: 'one_person', principalId: 'megan' })) });
  });

  test('with scopes and roles that the resource switched off, or does not list, has them not in force', async () => {
    const items = {
      ...good,
      oauth2PermissionGrants: page([{ ...everyGrant, scope: 'directory.read.all Mail.Read Made.Up' }]),
      appRoleAssignments: page([
        { appRoleId: 'ROLE-1', resourceId: 'graph-sp' },
        { appRoleId: 'role-9', resourceId: 'graph-sp' },
      ]),
    };
    const { grants } = await reader(items).read();
    expect(grants.state === 'read' && grants.granted.map(({ value, kind, enabled }) => [value, kind, enabled])).toEqual(
      [
        ['Directory.Read.All', 'delegated', true],
        ['Mail.Read', 'delegated', false],
        ['Made.Up', 'delegated', false],
        ['Domain.Read.All', 'application', true],
        ['role-9', 'application', false],
      ],
    );
  });
});

describe('a tenant that does not', () => {
  test.each<[string, string, Item, string, object]>([
    [
      'no registration',
      'servicePrincipal',
      error(404, 'Request_ResourceNotFound'),
      'registration',
      { state: 'absent', requestId: 'inner-1' },
    ],
    [
      'a registration of somebody else',
      'servicePrincipal',
      { status: 200, body: { id: 'x', appId: 'other', accountEnabled: true } },
      'registration',
      { state: 'refused', code: 'answer_malformed' },
    ],
    [
      'a registration that does not say it is on',
      'servicePrincipal',
      { status: 200, body: { id: 'x', appId: clientId } },
      'registration',
      { state: 'read', enabled: false },
    ],
    [
      'a registration that Microsoft disabled',
      'servicePrincipal',
      {
        status: 200,
        body: { id: 'x', appId: clientId, accountEnabled: true, disabledByMicrosoftStatus: 'DisabledDueToViolation' },
      },
      'registration',
      { disabledByMicrosoft: 'DisabledDueToViolation' },
    ],
    [
      'grants that are forbidden',
      'oauth2PermissionGrants',
      error(403, 'Authorization_RequestDenied'),
      'grants',
      { state: 'refused', status: 403, code: 'Authorization_RequestDenied' },
    ],
    [
      'roles that are forbidden',
      'appRoleAssignments',
      error(403, 'Authorization_RequestDenied'),
      'grants',
      { state: 'refused', status: 403 },
    ],
    [
      'a resource that is forbidden',
      'graph-sp',
      error(403, 'Authorization_RequestDenied'),
      'grants',
      { state: 'refused', status: 403 },
    ],
    [
      'grants that are throttled',
      'oauth2PermissionGrants',
      error(429, 'TooManyRequests', { headers: { 'Retry-After': '12' } }),
      'grants',
      { state: 'unreachable', status: 429, retryAfterSeconds: 12 },
    ],
    [
      'grants of another shape',
      'oauth2PermissionGrants',
      { status: 200, body: { value: 'none' } },
      'grants',
      { state: 'refused', code: 'answer_malformed' },
    ],
    [
      'grants without a list',
      'oauth2PermissionGrants',
      { status: 200, body: {} },
      'grants',
      { state: 'refused', code: 'answer_malformed' },
    ],
    [
      'grants with an empty answer',
      'oauth2PermissionGrants',
      { status: 200 },
      'grants',
      { state: 'refused', code: 'answer_malformed' },
    ],
    ['no organization', 'organization', page([]), 'organization', { state: 'refused', code: 'answer_malformed' }],
    [
      'two organizations',
      'organization',
      page([{ id: tenantId }, { id: 'x' }]),
      'organization',
      { state: 'refused', code: 'answer_malformed' },
    ],
    [
      'a fault at Microsoft',
      'organization',
      error(503, 'ServiceUnavailable'),
      'organization',
      { state: 'unreachable', status: 503 },
    ],
    [
      'an error code that is markup',
      'organization',
      error(403, '<script>'),
      'organization',
      { state: 'refused', code: 'error_unnamed' },
    ],
  ])('%s', async (_, name, item, part, expected) => {
    const state = await reader({ ...good, [name]: item }).read();
    expect(state[part as 'grants']).toMatchObject(expected);
  });

  test('an item that the batch leaves out was not answered', async () => {
    const { organization: _, ...rest } = good;
    const state = await reader(rest as Record<string, Item>).read();
    expect(state.organization.state).not.toBe('read');
  });

  test.each([
    [
      'a batch that is refused',
      Response.json({ error: { code: 'InvalidAuthenticationToken' } }, { status: 401 }),
      'refused',
    ],
    ['a batch that is throttled', new Response('', { status: 429 }), 'unreachable'],
    ['a batch that is a page', new Response('<html>'), 'refused'],
    ['no answer at all', new NoAnswer('x'), 'unreachable'],
  ])('%s leaves nothing read', async (_, whole, state) => {
    const seen = await reader(good, { '/v1.0/$batch': whole }).read();
    expect([seen.organization.state, seen.registration.state, seen.grants.state]).toEqual([state, state, state]);
  });
});

describe('a list over several pages', () => {
  const next = (path: string) => `https://graph.microsoft.com/v1.0/${path}`;
  const path = '/v1.0/more?$skiptoken=2';

  test('is read to its end', async () => {
    const { read } = reader(
      { ...good, oauth2PermissionGrants: page([everyGrant], next('more?$skiptoken=2')) },
      { [path]: Response.json({ value: [{ ...everyGrant, scope: 'Mail.Read' }] }) },
    );
    const { grants } = await read();
    expect(grants.state === 'read' && grants.granted.map(({ value }) => value)).toEqual([
      'Directory.Read.All',
      'Mail.Read',
    ]);
  });

  test('of which one fails is not read', async () => {
    const { read } = reader(
      { ...good, oauth2PermissionGrants: page([everyGrant], next('more?$skiptoken=2')) },
      { [path]: Response.json({ error: { code: 'Denied' } }, { status: 403 }) },
    );
    expect((await read()).grants).toMatchObject({ state: 'refused', status: 403 });
  });

  test('that never ends is not read', async () => {
    const endless = Response.json({ value: [everyGrant], '@odata.nextLink': next('more?$skiptoken=2') });
    const { read, sent } = reader(
      { ...good, oauth2PermissionGrants: page([everyGrant], next('more?$skiptoken=2')) },
      { [path]: endless },
    );
    expect((await read()).grants).toMatchObject({ state: 'refused', code: 'answer_malformed' });
    expect(sent.length).toBeLessThan(30);
  });

  test.each([
    'https://evil.example/v1.0/more',
    'https://graph.microsoft.com.evil.example/v1.0/more',
    'https://graph.microsoft.com@evil.example/v1.0/more',
    'https://graph.microsoft.com/beta/more',
    'https://graph.microsoft.com/v1.0/../beta/more',
    'http://graph.microsoft.com/v1.0/more',
    'https://user:password@graph.microsoft.com/v1.0/more',
    'javascript:alert(1)',
    'more',
  ])('T55: whose next page is %s is not read, and nobody is asked there', async (link) => {
    const { read, sent } = reader({ ...good, oauth2PermissionGrants: page([everyGrant], link) });
    expect((await read()).grants).toMatchObject({ state: 'refused', code: 'answer_malformed' });
    expect(sent.every(({ address }) => address.endsWith('/$batch'))).toBe(true);
  });
});
