import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

const tenantId = '7c1a2b3c-0000-4000-8000-00000000d001';
/** Microsoft, as far as a tenant is looked up. */
const directory: typeof fetch = () =>
  Promise.resolve(Response.json({ issuer: `https://login.microsoftonline.com/${tenantId}/v2.0` }));

let api: TemporaryApp;
let session: string;
beforeEach(async () => {
  api = await openTemporaryApp({ fetch: directory });
  session = await api.signIn('Operator');
});
afterEach(() => api.close());

const order = {
  tenant: 'contoso.example',
  fullName: 'Contoso',
  shortName: 'contoso',
  kind: 'direct-routing',
  licenceType: 'hosted-pro',
  licensedUsers: 50,
};
async function create(key: string, body: object = order) {
  const answer = await api.call('POST', '/v1/invitations', { session, body, headers: { 'idempotency-key': key } });
  return { status: answer.status, body: (await answer.json()) as { id?: string; code?: string } };
}
const key = 'one-press-of-the-button';

test('the same call twice happens once, and is answered alike', async () => {
  const first = await create(key);
  expect(first.status).toBe(201);
  expect(await create(key)).toEqual(first);
  expect(await api.store.read.invitations.count('all')).toBe(1);
  expect(await api.store.read.audit.latestSequence()).toBe(1);
});

test('ten at once happen once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(key)));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(await api.store.read.invitations.count('all')).toBe(1);
});

test('a key belongs to one request', async () => {
  await create(key);
  const other = await create(key, { ...order, fullName: 'Fabrikam' });
  expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  expect(await api.store.read.invitations.count('all')).toBe(1);
});

test('where the answer cannot be kept, the call has not happened', async () => {
  await sql`drop table idempotency`.execute(api.temporary.engine.write);
  const answer = await create(key);
  expect(answer.status).toBeGreaterThanOrEqual(500);
  expect(await api.store.read.invitations.count('all')).toBe(0);
  expect(await api.store.read.audit.latestSequence()).toBe(0);
});

test('where the audit line cannot be written, the call has not happened, and is not answered as if it had', async () => {
  await sql`drop table audit`.execute(api.temporary.engine.write);
  expect((await create(key)).status).toBe(503);
  expect(await api.store.read.invitations.count('all')).toBe(0);
  const { rows } = await sql`select * from idempotency`.execute(api.temporary.engine.read);
  expect(rows).toEqual([]);
});
