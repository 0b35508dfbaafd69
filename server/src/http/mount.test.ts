import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '@latchkey/shared/api/endpoints';
import { operatorRoles, type CallerKind, type Endpoint } from '@latchkey/shared/api/endpoint';
import { sampleAudit, sampleConsented, sampleCustomer } from '../storage/store-samples.ts';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

const all: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints);
const guarded = all.filter(([, { who }]) => who !== 'anyone');
const kinds = [...operatorRoles, 'guest'] as const;
const names = ({ who }: Endpoint, kind: CallerKind): boolean => who !== 'anyone' && who.includes(kind);
const ofOneInvitation = guarded.filter(
  ([, endpoint]) => names(endpoint, 'guest') && endpoint.path.includes(':invitationId'),
);

const idOf = (name: string): string => `${name.slice(0, 3)}_${'0'.repeat(26)}`;
const pathOf = ({ path }: Endpoint, invitationId = idOf('inv')): string =>
  path
    .replace(':invitationId', invitationId)
    .replace(/:(\w+)/g, (_whole, name: string) =>
      idOf({ customerId: 'cus', serviceId: 'svc', connectionId: 'con' }[name] ?? 'xxx'),
    );

const [mine, another] = [sampleConsented(1), sampleConsented(2)];

describe('every endpoint', () => {
  let api: TemporaryApp;
  beforeAll(async () => {
    api = await openTemporaryApp();
    await api.store.transact(async (tx) => {
      for (const invitation of [mine, another]) {
        await tx.audit.append(sampleAudit({ invitationId: invitation.id }));
        await tx.customers.add(sampleCustomer(invitation === mine ? 1 : 2));
        await tx.invitations.add(invitation);
      }
    });
  });
  /** A session of that kind; a guest's is of `mine`. */
  const sessionOf = (kind: CallerKind): Promise<string> =>
    kind === 'guest' ? api.signInGuest(mine.id) : api.signIn(kind);
  /** A session that the endpoint lets in. */
  const letIn = (endpoint: Endpoint): Promise<string> =>
    sessionOf(kinds.find((kind) => names(endpoint, kind)) ?? 'Admin');
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

  test.each(guarded)('%s is refused to every kind of caller that it does not name', async (_name, endpoint) => {
    const before = await api.store.read.audit.latestSequence();
    for (const kind of kinds.filter((name) => !names(endpoint, name))) {
      const answer = await api.call(endpoint.method, pathOf(endpoint, mine.id), { session: await sessionOf(kind) });
      expect([kind, answer.status, await codeOf(answer)]).toEqual([kind, 403, 'role_insufficient']);
    }
    expect(await api.store.read.audit.latestSequence()).toBe(before);
  });

  test('names a guest only where the guide needs it', () => {
    const open = guarded.filter(([, endpoint]) => names(endpoint, 'guest')).map(([name]) => name);
    expect(open).toEqual(['readGuide', 'checkGuide', 'streamGuideChanges', 'closeGuestSession']);
  });

  test.each(ofOneInvitation)('%s knows no invitation but the guest’s own', async (_name, endpoint) => {
    const session = await sessionOf('guest');
    const before = await api.store.read.audit.latestSequence();
    const told = async (id: string) => {
      const answer = await api.call(endpoint.method, pathOf(endpoint, id), { session });
      return { status: answer.status, text: (await answer.text()).replaceAll(/[0-9a-f]{24}/g, '(reference)') };
    };
    const [there, nowhere] = [await told(another.id), await told(idOf('inv'))];
    expect(there).toEqual(nowhere);
    expect([there.status, JSON.parse(there.text)]).toEqual([
      404,
      expect.objectContaining({ code: 'invitation_not_found' }),
    ]);
    expect(await api.store.read.audit.latestSequence()).toBe(before);
    expect((await told(mine.id)).text).not.toContain('invitation_not_found');
  });

  test.each(guarded)('%s refuses a query key that it does not know', async (_name, endpoint) => {
    const session = await letIn(endpoint);
    const body = endpoint.body === undefined ? undefined : {};
    const answer = await api.call(endpoint.method, `${pathOf(endpoint)}?role=Admin`, { session, body });
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'request_invalid']);
  });

  test.each(all.filter(([, { method }]) => method === 'POST'))(
    '%s refuses a body key that it does not know',
    async (_name, endpoint) => {
      const session = await letIn(endpoint);
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
