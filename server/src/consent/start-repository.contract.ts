import { expect, test } from 'vitest';
import { addSample, sampleAudit, sampleInvitation, sampleStart } from '../storage/store-samples.ts';
import type { Store, Transaction } from '../storage/store.ts';

/** What every StartRepository must do. */
export function describeStartRepository(open: () => Promise<Store>): void {
  const invitationId = sampleInvitation(1).id;
  const at = '2026-11-02T09:30:00.000Z';
  const change = <T>(store: Store, work: (tx: Transaction) => Promise<T>) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return work(tx);
    });
  const opened = async (...numbers: number[]): Promise<Store> => {
    const store = await open();
    await store.transact((tx) => addSample(tx, 1));
    await change(store, async (tx) => {
      for (const n of numbers) await tx.starts.add(sampleStart(n, invitationId));
    });
    return store;
  };

  test('a start is found by its state, the newest by its invitation', async () => {
    const store = await opened(1, 2);
    expect(await store.read.starts.findByState('state-1')).toEqual({
      ...sampleStart(1, invitationId),
      usedAt: null,
      supersededAt: null,
    });
    expect((await store.read.starts.findLatest(invitationId))?.id).toBe(sampleStart(2, invitationId).id);
    expect([await store.read.starts.findByState('state-9'), await store.read.starts.findLatest('inv_x')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('a start is used once, however many come at once', async () => {
    const store = await opened(1);
    const uses = await Promise.all(
      Array.from({ length: 8 }, () => change(store, (tx) => tx.starts.use(sampleStart(1, invitationId).id, at))),
    );
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  test('a superseded start is never used, and what was sealed in it is gone', async () => {
    const store = await opened(1, 2);
    expect(await change(store, (tx) => tx.starts.supersedeAll(invitationId, at))).toBe(2);
    expect(await change(store, (tx) => tx.starts.use(sampleStart(1, invitationId).id, at))).toBe(false);
    expect(await store.read.starts.findByState('state-1')).toMatchObject({
      supersededAt: at,
      usedAt: null,
      sealed: '',
    });
  });

  test('a used start is not superseded any more', async () => {
    const store = await opened(1);
    await change(store, (tx) => tx.starts.use(sampleStart(1, invitationId).id, at));
    expect(await change(store, (tx) => tx.starts.supersedeAll(invitationId, at))).toBe(0);
    await change(store, (tx) => tx.starts.forgetSealed(sampleStart(1, invitationId).id));
    expect(await store.read.starts.findByState('state-1')).toMatchObject({
      supersededAt: null,
      usedAt: at,
      sealed: '',
    });
  });
}
