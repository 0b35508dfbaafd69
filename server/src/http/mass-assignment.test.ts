import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

let asked = 0;
/** Microsoft, as far as a tenant is looked up. */
const directory: typeof fetch = () => {
  asked += 1;
  const issuer = 'https://login.microsoftonline.com/7c1a2b3c-0000-4000-8000-00000000d001/v2.0';
  return Promise.resolve(Response.json({ issuer }));
};

let api: TemporaryApp;
beforeEach(async () => {
  asked = 0;
  api = await openTemporaryApp({ fetch: directory });
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

async function create(body: string) {
  const session = await api.signIn('Operator');
  const headers = { 'idempotency-key': 'one-press-of-the-button' };
  const answer = await api.call('POST', '/v1/invitations', { session, body, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test.each([
  ['status', 'authentication_complete'],
  ['role', 'Admin'],
  ['tenantId', '7c1a2b3c-0000-4000-8000-00000000d002'],
  ['id', `inv_${'0'.repeat(26)}`],
  ['createdBy', 'Somebody Else'],
  ['__proto__', { status: 'authentication_complete' }],
  ['constructor', { prototype: {} }],
])('T50: "%s" beside a good order is refused, and nothing is made, asked or recorded', async (key, value) => {
  const body = JSON.stringify(order).replace(/\}$/, `,${JSON.stringify(key)}:${JSON.stringify(value)}}`);
  const { status, body: problem } = await create(body);
  expect([status, problem['code']]).toEqual([422, 'request_invalid']);
  expect(problem['fields']).toEqual([{ path: `body.${key}`, code: 'unknown' }]);
  expect(await api.store.read.invitations.count('all')).toBe(0);
  expect(await api.store.read.audit.latestSequence()).toBe(0);
  expect(asked).toBe(0);
});

test('the order alone is taken: the table above is about what stood beside it', async () => {
  expect(await create(JSON.stringify(order))).toMatchObject({ status: 201, body: { status: 'draft' } });
  expect(asked).toBe(1);
});
