import { expect, test } from 'vitest';
import { allowance } from '../http/rate-limits.ts';
import { addSample, sampleConnection, sampleInvitation } from '../storage/store-samples.ts';
import { openTemporaryStore } from '../storage/temporary-store.ts';
import { createGuideChecker } from './check-guide.ts';

test('the grants of one invitation are read back a few times a minute, and no more', async () => {
  const { store, close } = await openTemporaryStore();
  await store.transact(async (tx) => {
    await addSample(tx, 1, { status: 'consented' });
    await tx.connections.add(sampleConnection(1));
  });
  const looked: string[] = [];
  const checker = createGuideChecker({
    reads: store.read,
    guides: { read: () => Promise.reject(new Error('nothing is shown here')) },
    validator: {
      validate: (connectionId) => {
        looked.push(connectionId);
        return Promise.resolve({ ok: false, error: { code: 'changed_meanwhile' } });
      },
    },
    candidates: { validate: () => Promise.reject(new Error('nothing stands beside it')) },
    isAllowed: allowance(2),
  });
  const actor = { kind: 'customer', id: null, name: null } as const;
  const check = async (invitationId: string) => {
    const done = await checker.check({ invitationId, actor, requestId: 'r' });
    return done.ok ? 'good' : done.error.code;
  };
  const mine = sampleInvitation(1).id;
  const told = [];
  for (let turn = 0; turn < 4; turn += 1) told.push(await check(mine));
  expect(told).toEqual(['changed_meanwhile', 'changed_meanwhile', 'too_many_requests', 'too_many_requests']);
  expect(looked).toEqual([sampleConnection(1).id, sampleConnection(1).id]);
  expect(await check(sampleInvitation(2).id)).toBe('invitation_not_found');
  await close();
});
