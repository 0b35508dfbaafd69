import { expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';

/** What every WorkPlan and WorkQueue must do. */
export function describeWorkRepository(open: () => Promise<Store>): void {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();
  const planned = async (...dues: number[]): Promise<Store> => {
    const store = await open();
    await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      for (const [index, due] of dues.entries())
        await tx.work.add({ id: `wrk_${index}`, kind: 'settle', subject: `con_${index}`, due: at(due) });
    });
    return store;
  };
  const claim = (store: Store, now: number, limit = 10, kind = 'settle') =>
    store.work.claim({ kind, now: at(now), leasedUntil: at(now + 5), limit });

  test('what is due is claimed oldest first, what is not due yet is not', async () => {
    const store = await planned(3, 1, 9, 2);
    expect((await claim(store, 3)).map(({ id }) => id)).toEqual(['wrk_1', 'wrk_3', 'wrk_0']);
    expect(await claim(store, 9, 10, 'mail')).toEqual([]);
  });

  test('nobody claims what is claimed until the lease is over; then it counts one attempt more', async () => {
    const store = await planned(0);
    const claims = await Promise.all([claim(store, 1), claim(store, 1), claim(store, 1)]);
    expect(claims.flat()).toHaveLength(1);
    expect(await claim(store, 5)).toEqual([]);
    expect(await claim(store, 6)).toMatchObject([{ id: 'wrk_0', attempts: 2 }]);
  });

  test('who lost the lease can neither finish nor put off', async () => {
    const store = await planned(0);
    const [late] = await claim(store, 1);
    const [current] = await claim(store, 7);
    expect([await store.work.done(late!), await store.work.putOff(late!, at(30))]).toEqual([false, false]);
    expect(await store.work.putOff(current!, at(20))).toBe(true);
    expect(await claim(store, 19)).toEqual([]);
    const [again] = await claim(store, 20);
    expect([await store.work.done(again!), await store.work.done(again!)]).toEqual([true, false]);
  });

  test('work is dropped with its reason', async () => {
    const store = await planned(0, 0);
    const dropped = await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return [await tx.work.dropAll('settle', 'con_0'), await tx.work.dropAll('settle', 'con_9')];
    });
    expect(dropped).toEqual([1, 0]);
    expect((await claim(store, 1)).map(({ subject }) => subject)).toEqual(['con_1']);
  });
}
