import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { openTemporaryApp, temporaryConfiguration, type TemporaryApp } from '../temporary-app.ts';
import { openTemporaryMicrosoft, type TemporaryMicrosoft } from '../temporary-microsoft.ts';

const body = {
  tenant: 'contoso.example',
  fullName: 'Contoso',
  shortName: 'contoso',
  kind: 'direct-routing',
  licenceType: 'hosted-pro',
  licensedUsers: 50,
};
const key = 'key-0123456789abcdef';

let microsoft: TemporaryMicrosoft;
let api: TemporaryApp;
let session = '';
beforeEach(async () => {
  microsoft = await openTemporaryMicrosoft(['contoso.example']);
  api = await openTemporaryApp({ configuration: temporaryConfiguration({ cloud: microsoft.cloud }) });
  session = await api.signIn('Operator');
});
afterEach(async () => {
  await api.close();
  await microsoft.close();
});

const create = (change: { body?: unknown; key?: string | undefined; session?: string } = {}) => {
  const used = 'key' in change ? change.key : key;
  return api.call('POST', '/v1/invitations', {
    session: change.session ?? session,
    body: change.body ?? body,
    headers: used === undefined ? {} : { 'idempotency-key': used },
  });
};
const lines = () => api.store.read.audit.latestSequence();

test('a hundred duplicates at once have one effect, and all get the same answer', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => create()));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(texts).size).toBe(1);
  expect([
    await api.store.read.invitations.count('all'),
    await api.store.read.customers.count(),
    await lines(),
  ]).toEqual([1, 1, 1]);
});

test('the same request later gets the same answer, and Microsoft is not asked again', async () => {
  const first = await (await create()).json();
  const asked = microsoft.asked.length;
  const reordered = Object.fromEntries(Object.entries(body).toReversed());
  const again = await create({ body: reordered });
  expect([again.status, await again.json()]).toEqual([201, first]);
  expect(microsoft.asked).toHaveLength(asked);
});

test('the same key for another request is refused', async () => {
  await create();
  const answer = await create({ body: { ...body, licensedUsers: 51 } });
  expect([answer.status, await codeOf(answer)]).toEqual([422, 'idempotency_key_reused']);
  expect(await lines()).toBe(1);
});

test.each([undefined, 'short', 'x'.repeat(129), 'white space in the key'])(
  'without a usable key (%s) nothing happens',
  async (unusable) => {
    const answer = await create({ key: unusable });
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'idempotency_key_missing']);
    expect([microsoft.asked, await lines()]).toEqual([[], 0]);
  },
);

test('what was refused may be sent again with the same key', async () => {
  expect((await create({ body: { ...body, tenant: 'unknown.example' } })).status).toBe(404);
  expect((await create()).status).toBe(201);
});

test('the key stands in the database with a fingerprint that is no plain digest of the request', async () => {
  await create();
  const [row] = await api.temporary.engine.read.selectFrom('idempotency').selectAll().execute();
  expect(row?.fingerprint).toMatch(/^sealing-[\w-]+\.[\w-]{43}$/);
});

test('when the trail takes no line, nothing happens and the answer says so', async () => {
  await sql`alter table audit rename to audit_gone`.execute(api.temporary.engine.write);
  const answer = await create();
  expect([answer.status, await codeOf(answer)]).toEqual([503, 'storage_unavailable']);
  expect(answer.headers.get('retry-after')).toBe('5');
  await sql`alter table audit_gone rename to audit`.execute(api.temporary.engine.write);
  expect([
    await api.store.read.customers.count(),
    await api.store.read.invitations.count('all'),
    await lines(),
  ]).toEqual([0, 0, 0]);
  expect((await create()).status).toBe(201);
});

async function codeOf(answer: Response): Promise<unknown> {
  return ((await answer.json()) as { code: unknown }).code;
}
