import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

let api: TemporaryApp;
let session = '';
beforeEach(async () => {
  api = await openTemporaryApp();
  session = await api.signIn('Monitor');
  await api.store.transact(async (tx) => {
    for (let turn = 0; turn < 3; turn += 1)
      await tx.audit.append(sampleAudit({ invitationId: `inv_${String(turn).padStart(26, '0')}` }));
  });
});
afterEach(() => api.close());

test('the list tells what happened after a sequence, without who and without details', async () => {
  const answer = await api.call('GET', '/v1/changes?after=1', { session });
  const body = (await answer.json()) as { changes: { sequence: number }[]; sequence: number };
  expect(body.sequence).toBe(3);
  expect(body.changes.map(({ sequence }) => sequence)).toEqual([2, 3]);
  expect(JSON.stringify(body)).not.toContain('Ada');
});

test.each(['-1', '1.5', 'x', '1e3', '9'.repeat(20), ''])('"%s" is no sequence', async (after) => {
  expect((await api.call('GET', `/v1/changes?after=${after}`, { session })).status).toBe(422);
});

test('a list that did not change is not sent again; one that did is', async () => {
  const first = await api.call('GET', '/v1/invitations', { session });
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"3-/);
  const again = await api.call('GET', '/v1/invitations', { session, headers: { 'if-none-match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  await api.store.transact((tx) => tx.audit.append(sampleAudit()));
  expect((await api.call('GET', '/v1/invitations', { session, headers: { 'if-none-match': tag } })).status).toBe(200);
});

test('a tag of another role, another page or another list is no excuse', async () => {
  const tag = (await api.call('GET', '/v1/invitations', { session })).headers.get('etag') ?? '';
  const headers = { 'if-none-match': tag };
  const asAdmin = await api.call('GET', '/v1/invitations', { session: await api.signIn('Admin'), headers });
  const others = await Promise.all(
    ['/v1/invitations?which=all', '/v1/customers', '/v1/services'].map((path) =>
      api.call('GET', path, { session, headers }),
    ),
  );
  expect([asAdmin, ...others].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('a tag without a session tells nothing', async () => {
  const tag = (await api.call('GET', '/v1/invitations', { session })).headers.get('etag') ?? '';
  const answer = await api.call('GET', '/v1/invitations', { headers: { 'if-none-match': tag } });
  expect([answer.status, answer.headers.get('etag')]).toEqual([401, null]);
});

test('the log says when a stream ended, and of whom', async () => {
  const answer = await api.call('GET', '/v1/changes/stream', { session });
  const lines = () => api.logged.map((line) => JSON.parse(line) as { event: string; operatorId?: string });
  expect(lines().filter(({ event }) => event === 'stream.ended')).toEqual([]);
  await api.call('DELETE', '/v1/session', { session });
  await answer.text();
  const opened = lines().find(({ event, operatorId }) => event === 'request.done' && operatorId !== undefined);
  const ended = lines().filter(({ event }) => event === 'stream.ended');
  expect(ended.map(({ operatorId }) => operatorId)).toEqual([opened?.operatorId]);
});

test('the stream resumes by Last-Event-ID, and ends when the operator signs out', async () => {
  const answer = await api.call('GET', '/v1/changes/stream', { session, headers: { 'last-event-id': '1' } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const text = answer.text();
  await untilStreams(1);
  expect((await api.call('DELETE', '/v1/session', { session })).status).toBe(204);
  expect(await text).toMatch(/^id: 2$[\s\S]*^id: 3$/m);
  expect((await api.call('GET', '/v1/changes', { session })).status).toBe(401);
});

test('an operator has ten streams, for several browsers with one each; an eleventh is refused', async () => {
  const open = () => api.call('GET', '/v1/changes/stream', { session });
  const statuses = [];
  for (let turn = 0; turn < 11; turn += 1) statuses.push((await open()).status);
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429]);
});

async function untilStreams(count: number): Promise<void> {
  while (api.app.feed.size !== count) await new Promise((resolve) => setImmediate(resolve));
}
