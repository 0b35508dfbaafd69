import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
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
