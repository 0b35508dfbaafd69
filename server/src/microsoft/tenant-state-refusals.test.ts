import { describe, expect, test } from 'vitest';
import { NoAnswer } from './cloud-fetch.ts';
import { clientId, error, good, page, reader, tenantId, type Item } from './tenant-state-samples.ts';

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
