import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '@latchkey/shared/api/endpoints';
import { operatorRoles, type Endpoint } from '@latchkey/shared/api/endpoint';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

const all: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints);
const guarded = all.filter(([, { who }]) => who !== 'anyone');

const idOf = (name: string): string => `${name.slice(0, 3)}_${'0'.repeat(26)}`;
const pathOf = ({ path }: Endpoint): string =>
  path.replace(/:(\w+)/g, (_whole, name: string) =>
    idOf({ customerId: 'cus', serviceId: 'svc', invitationId: 'inv', connectionId: 'con' }[name] ?? 'xxx'),
  );

describe('every endpoint', () => {
  let api: TemporaryApp;
  beforeAll(async () => {
    api = await openTemporaryApp();
  });
  afterAll(() => api.close());

  test.each(all)('%s is mounted', async (_name, endpoint) => {
    const answer = await api.call(endpoint.method, pathOf(endpoint));
    expect(await codeOf(answer)).not.toBe('route_unknown');
  });

  test.each(guarded)('%s is refused without a session', async (_name, endpoint) => {
    const answer = await api.call(endpoint.method, pathOf(endpoint));
    expect([answer.status, await codeOf(answer)]).toEqual([401, 'session_missing']);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  test.each(guarded)('%s is refused with a session that nobody gave', async (_name, endpoint) => {
    for (const session of ['x', 'A'.repeat(43), 'eyJhbGciOiJub25lIn0.e30.']) {
      const answer = await api.call(endpoint.method, pathOf(endpoint), { session });
      expect([answer.status, await codeOf(answer)]).toEqual([401, 'session_ended']);
    }
  });

  test.each(guarded)('%s is refused to every role that it does not name', async (_name, endpoint) => {
    for (const role of operatorRoles.filter((name) => !(endpoint.who as readonly string[]).includes(name))) {
      const answer = await api.call(endpoint.method, pathOf(endpoint), { session: await api.signIn(role) });
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'role_insufficient']);
    }
  });

  test.each(guarded)('%s refuses a query key that it does not know', async (_name, endpoint) => {
    const session = await api.signIn('Admin');
    const body = endpoint.body === undefined ? undefined : {};
    const answer = await api.call(endpoint.method, `${pathOf(endpoint)}?role=Admin`, { session, body });
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'request_invalid']);
  });

  test.each(all.filter(([, { method }]) => method === 'POST'))(
    '%s refuses a body key that it does not know',
    async (_name, endpoint) => {
      const session = await api.signIn('Admin');
      const before = await api.store.read.audit.latestSequence();
      const answer = await api.call(endpoint.method, pathOf(endpoint), { session, body: { providerId: 'another' } });
      expect([answer.status, await codeOf(answer)]).toEqual([422, 'request_invalid']);
      expect(await api.store.read.audit.latestSequence()).toBe(before);
    },
  );

  test('is the only way in: every route below /v1 is one that is declared', () => {
    const declared = new Set(all.map(([, { method, path }]) => `${method} ${path}`));
    const mounted = api.app.http.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'));
    expect(mounted.map(({ method, path }) => `${method} ${path}`).filter((route) => !declared.has(route))).toEqual([]);
  });

  test.each([
    'GET /v1/unknown',
    'PUT /v1/invitations',
    'PATCH /v1/session',
    'GET /v1',
    'GET /v1/invitations/',
    'GET /admin',
    'GET /v1/..%2f..%2fetc',
    'DELETE /v1/customers',
  ])('%s is answered with 404, with or without a session', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    for (const options of [{}, { session: await api.signIn('Admin') }]) {
      const answer = await api.call(method, path, options);
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'route_unknown']);
    }
  });
});

async function codeOf(answer: Response): Promise<unknown> {
  if (answer.headers.get('content-type') !== 'application/problem+json') return undefined;
  const problem = (await answer.json()) as { code: unknown };
  return problem.code;
}
