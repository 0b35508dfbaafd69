import { describe, expect, test } from 'vitest';
import { askGraph, connected } from '../testing/journeys.ts';
import { practise } from '../testing/practice.ts';

async function ready() {
  const practice = practise();
  const { body } = await connected(practice);
  const batch = (requests: unknown) =>
    askGraph(practice, '/v1.0/$batch', String(body['access_token']), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests }),
    });
  return { practice, batch };
}

const get = (id: string, url: string, dependsOn?: string[]) => ({
  id,
  method: 'GET',
  url,
  ...(dependsOn && { dependsOn }),
});

describe('a batch', () => {
  test('answers each request for itself, in another order than asked', async () => {
    const { practice, batch } = await ready();
    const { clientId } = practice.registrations.consent;
    const { status, body } = await batch([
      get('organization', '/organization?$select=id'),
      get('nobody', "/servicePrincipals(appId='00000000-0000-4000-8000-000000000000')"),
      get('grants', `/servicePrincipals(appId='${clientId}')/oauth2PermissionGrants`),
    ]);
    expect(status).toBe(200);
    expect(body.responses!.map(({ id, status: own }) => [id, own])).toEqual([
      ['grants', 200],
      ['nobody', 404],
      ['organization', 200],
    ]);
    const organization = body.responses!.find(({ id }) => id === 'organization')!;
    expect(organization.body.value).toEqual([{ id: practice.tenantId }]);
  });

  test('is logged with every request in it, under the ids that were answered, and with what the grants showed', async () => {
    const { practice, batch } = await ready();
    const { clientId } = practice.registrations.consent;
    const path = `/servicePrincipals(appId='${clientId}')/oauth2PermissionGrants`;
    const { headers, body } = await batch([get('1', path), get('2', '/organization?$select=id')]);
    const entry = practice.log.all().at(-1)!;
    expect(entry).toMatchObject({
      service: 'graph',
      method: 'POST',
      path: '/v1.0/$batch',
      requestId: headers.get('request-id'),
      account: practice.admin.username,
      tenantId: practice.tenantId,
      batch: [
        { method: 'GET', url: path, status: 200, requestId: body.responses![1]!.headers['request-id'] },
        { method: 'GET', url: '/organization', status: 200, requestId: body.responses![0]!.headers['request-id'] },
      ],
    });
    expect(entry.upstreamPermissions).toContainEqual({
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      value: 'Directory.Read.All',
      consentType: 'AllPrincipals',
    });
  });

  test('whatever depends on a failure fails with 424 and is not asked', async () => {
    const { batch } = await ready();
    const { body } = await batch([
      get('1', '/nothing'),
      get('2', '/organization', ['1']),
      get('3', '/domains'),
      get('4', '/me', ['3']),
    ]);
    expect(Object.fromEntries(body.responses!.map(({ id, status }) => [id, status]))).toEqual({
      1: 400,
      2: 424,
      3: 200,
      4: 200,
    });
  });

  test('throttles one request and lets the others through', async () => {
    const { practice, batch } = await ready();
    practice.world.state.faults.injectGraph({ status: 429, retryAfter: 7, on: 'batch-item', path: '/domains' }, 1);
    const { status, body } = await batch([get('1', '/organization'), get('2', '/domains')]);
    expect(status).toBe(200);
    expect(body.responses!.map(({ id, status: own, headers }) => [id, own, headers['retry-after']])).toEqual([
      ['2', 429, '7'],
      ['1', 200, undefined],
    ]);
  });

  test('of twenty is answered; one of twenty-one, an empty one, and one with the same id twice are not', async () => {
    const { batch } = await ready();
    const many = (count: number) => Array.from({ length: count }, (_, at) => get(String(at), '/me'));
    expect((await batch(many(20))).body.responses).toHaveLength(20);
    for (const wrong of [many(21), [], [get('1', '/me'), get('1', '/me')], 'x', [get('1', '/me', ['9'])]]) {
      const { status, body } = await batch(wrong);
      expect([status, body.error!.code]).toEqual([400, 'BadRequest']);
    }
  });

  test('without a token nothing in it is answered', async () => {
    const practice = practise();
    const body = JSON.stringify({ requests: [get('1', '/organization')] });
    const answer = await askGraph(practice, '/v1.0/$batch', undefined, { method: 'POST', body });
    expect(answer.status).toBe(401);
    expect(answer.body.responses).toBeUndefined();
  });
});
