import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { OperatorView, RoleView } from '@latchkey/shared/api/operators';
import type { SessionView } from '@latchkey/shared/api/session';
import { openTemporaryApp, temporaryConfiguration, type TemporaryApp } from '../temporary-app.ts';
import { openTemporaryMicrosoft, type TemporaryMicrosoft } from '../temporary-microsoft.ts';
import { api as apiClientId, extension as extensionClientId, keys, tenant, token } from './token-samples.ts';

let microsoft: TemporaryMicrosoft;
let api: TemporaryApp;
beforeEach(async () => {
  microsoft = await openTemporaryMicrosoft([], keys);
  const configuration = temporaryConfiguration({
    cloud: microsoft.cloud,
    apiClientId,
    extensionClientId,
    operatorTenants: [tenant],
  });
  api = await openTemporaryApp({ configuration });
});
afterEach(async () => {
  await api.close();
  await microsoft.close();
});

/** A token that is good now, whatever day the tests run. */
function goodToken(change: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  return token({ iat: now, nbf: now, exp: now + 3_600, ...change });
}
const signIn = (text: string) => api.call('POST', '/v1/session', { session: text });
const opened = async (text = goodToken()) =>
  (await (await signIn(text)).json()) as { session: string; view: SessionView };
const lines = async () => (await api.store.read.audit.after(0, 10)).map(({ action, actor }) => [action, actor.name]);

test('a good token is exchanged for a session of our own, and the trail says so', async () => {
  const answer = await signIn(goodToken());
  const { session, view } = (await answer.json()) as { session: string; view: SessionView };
  expect(answer.status).toBe(201);
  expect(session).toMatch(/^[\w-]{43}$/);
  expect(view.operator).toEqual({
    name: 'Ada Berg',
    username: 'ada.berg@northwindvoice.example',
    tenantId: tenant,
    role: 'Operator',
  });
  expect((await (await api.call('GET', '/v1/session', { session })).json()) as SessionView).toMatchObject({
    operator: view.operator,
    endsAt: view.endsAt,
  });
  expect(await lines()).toEqual([['session.opened', 'Ada Berg']]);
});

test('a token is not a session', async () => {
  const answer = await api.call('GET', '/v1/invitations', { session: goodToken() });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'session_ended']);
});

test.each([
  ['operator_token_refused', 401, { aud: 'another' }],
  ['operator_token_refused', 401, { exp: 1 }],
  ['operator_without_role', 403, { roles: [] }],
])('a bad one is refused as %s (%i), without a line and without a reason', async (code, status, change) => {
  const answer = await signIn(goodToken(change));
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  expect(await lines()).toEqual([]);
});

test('signed out, the session is worthless at once; others of the same operator are not', async () => {
  const [mine, other] = [await opened(), await opened()];
  const answer = await api.call('DELETE', '/v1/session', { session: mine.session });
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  const statuses = await Promise.all(
    [mine, other].map(async ({ session }) => (await api.call('GET', '/v1/session', { session })).status),
  );
  expect(statuses).toEqual([401, 200]);
  expect((await lines()).map(([action]) => action)).toEqual(['session.opened', 'session.opened', 'session.closed']);
});

test('a session that the trail cannot record is not opened', async () => {
  await sql`drop table audit`.execute(api.temporary.engine.write);
  const answer = await signIn(goodToken());
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('storage_unavailable')]);
  const kept = await api.temporary.engine.read.selectFrom('kv').selectAll().execute();
  expect(kept).toEqual([]);
});

test('when Microsoft cannot be reached, that is what is said', async () => {
  const text = goodToken();
  await microsoft.close();
  const answer = await signIn(text);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'microsoft_unreachable']);
  microsoft = await openTemporaryMicrosoft();
});

test('neither token nor session is in the log or in the database', async () => {
  const text = goodToken();
  const { session } = await opened(text);
  await api.call('GET', '/v1/session', { session });
  const tables = ['kv', 'audit'] as const;
  const rows = await Promise.all(
    tables.map((table) => api.temporary.engine.read.selectFrom(table).selectAll().execute()),
  );
  for (const kept of [api.logged.join(), JSON.stringify(rows)]) {
    expect(kept).not.toContain(session);
    expect(kept).not.toContain(text.split('.')[2]);
  }
});

interface Listed {
  readonly operators: readonly OperatorView[];
  readonly roles: readonly RoleView[];
  readonly application: { readonly appId: string; readonly portal: string };
}
const ids = { ben: '7c1a2b3c-0000-4000-8000-00000000c002' };
const admin = () => opened(goodToken({ roles: ['Admin'] }));
const listed = async (session: string) =>
  (await (await api.call('GET', '/v1/operators', { session })).json()) as Listed;

test('an Admin sees who has signed in, by the newest token of each, and nothing that opens anything', async () => {
  const ben = { oid: ids.ben, name: 'Ben Bruun', roles: ['Monitor'] };
  const first = await opened(goodToken(ben));
  await opened(goodToken({ ...ben, roles: ['Operator'] }));
  await api.call('DELETE', '/v1/session', { session: first.session });
  const { session } = await admin();
  const all = await listed(session);
  expect(all.operators.map(({ name, role, sessions, isCaller }) => [name, role, sessions, isCaller])).toEqual([
    ['Ada Berg', 'Admin', 1, true],
    ['Ben Bruun', 'Operator', 1, false],
  ]);
  expect(all.application.appId).toBe(apiClientId);
  expect(all.application.portal).toContain(tenant);
  const text = JSON.stringify(all);
  const keys = (await api.temporary.engine.read.selectFrom('kv').select('key').execute()).map(({ key }) => key);
  for (const secret of [
    session,
    first.session,
    ...keys.flatMap((key) => key.split(':').filter((part) => part.length > 40)),
  ])
    expect(text).not.toContain(secret);
  expect(text).not.toContain('ada.berg@');
});

test('what a role may call is what it is let in to, and nothing that it is not', async () => {
  const { roles } = await listed((await admin()).session);
  const of = (role: string) =>
    roles.find((one) => one.role === role)?.may.map(({ method, path }) => `${method} ${path}`);
  for (const [role, name] of [['Monitor', 'Monitor'] as const, ['Operator', 'Operator'] as const]) {
    const { session } = await opened(goodToken({ oid: ids.ben, roles: [role] }));
    expect(of(name)).not.toContain('GET /v1/operators');
    expect((await api.call('GET', '/v1/operators', { session })).status).toBe(403);
    expect(of(name)).toContain('GET /v1/services');
    expect((await api.call('GET', '/v1/services', { session })).status).toBe(200);
  }
  expect(of('Admin')).toContain('GET /v1/operators');
});

test('signed out everywhere, every session of theirs is worthless, nobody else’s, and it is on record', async () => {
  const ben = { oid: ids.ben, name: 'Ben Bruun', roles: ['Operator'] };
  const theirs = [await opened(goodToken(ben)), await opened(goodToken(ben))];
  const { session } = await admin();
  const path = `/v1/operators/${ids.ben}/sign-out`;
  expect((await api.call('POST', path, { session: theirs[0]!.session })).status).toBe(403);
  const twice = await Promise.all([api.call('POST', path, { session }), api.call('POST', path, { session })]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  const statuses = await Promise.all(
    [...theirs, { session }].map(async (one) => (await api.call('GET', '/v1/session', one)).status),
  );
  expect(statuses).toEqual([401, 401, 200]);
  const last = (await api.store.read.audit.after(0, 20)).filter(({ action }) => action === 'operator.signed_out');
  expect(last[0]).toMatchObject({ actor: { name: 'Ada Berg' }, details: { objectId: ids.ben, sessions: 2 } });
  expect(await (await api.call('POST', path, { session })).json()).toEqual({ ended: 0 });
});

test('who cannot be recorded as signed out is not', async () => {
  const { session } = await admin();
  await sql`drop table audit`.execute(api.temporary.engine.write);
  const answer = await api.call('POST', '/v1/operators/7c1a2b3c-0000-4000-8000-00000000c001/sign-out', { session });
  expect(answer.status).toBe(503);
  expect((await api.call('GET', '/v1/session', { session })).status).toBe(200);
});
