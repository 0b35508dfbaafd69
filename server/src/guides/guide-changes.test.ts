import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleAudit, sampleConsented, sampleCustomer } from '../storage/store-samples.ts';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

const [mine, another] = [sampleConsented(1), sampleConsented(2)];
let api: TemporaryApp;
let session = '';
beforeEach(async () => {
  api = await openTemporaryApp();
  await api.store.transact(async (tx) => {
    for (const n of [1, 2]) {
      await tx.audit.append(sampleAudit({ invitationId: sampleConsented(n).id }));
      await tx.customers.add(sampleCustomer(n));
      await tx.invitations.add(sampleConsented(n));
    }
  });
  session = await api.signInGuest(mine.id);
});
afterEach(() => api.close());

const write = (...ids: readonly (string | null)[]) =>
  api.store.transact(async (tx) => {
    for (const invitationId of ids) await tx.audit.append(sampleAudit({ invitationId }));
  });
async function streams(count: number): Promise<void> {
  while (api.app.feed.size !== count) await new Promise((resolve) => setImmediate(resolve));
}
const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

test('a guest hears of their own invitation alone: what was before, and what happens now', async () => {
  await write(another.id, mine.id, null, mine.id);
  const answer = await api.call('GET', '/v1/guide/changes?after=2', { session });
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const text = answer.text();
  await streams(1);
  await write(another.id);
  await write(mine.id, another.id, mine.id, null);
  await api.call('DELETE', '/v1/guest-session', { session });
  const told = await text;
  // The last is their own leaving.
  expect(idsIn(told)).toEqual([4, 6, 8, 10, 12]);
  expect(told).not.toContain(another.id);
});

test('a guest’s stream ends at the beat after the invitation is cancelled, and no operator’s', async () => {
  const operator = await api.signIn('Operator');
  const guests = await api.call('GET', '/v1/guide/changes', { session });
  await api.call('GET', '/v1/changes/stream', { session: operator });
  await streams(2);
  await api.app.feed.beat();
  expect(api.app.feed.size).toBe(2);
  expect((await api.call('POST', `/v1/invitations/${mine.id}/cancel`, { session: operator })).status).toBe(200);
  await api.app.feed.beat();
  expect(api.app.feed.size).toBe(1);
  expect(idsIn(await guests.text())).toEqual([3]);
});

test('guests of one invitation have ten streams, and take none from those of another', async () => {
  const open = (by: string) => api.call('GET', '/v1/guide/changes', { session: by });
  const statuses = [];
  for (let turn = 0; turn < 11; turn += 1) statuses.push((await open(await api.signInGuest(mine.id))).status);
  statuses.push((await open(await api.signInGuest(another.id))).status);
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 200]);
});
