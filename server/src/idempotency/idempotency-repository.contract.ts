import { expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';

/** What every IdempotencyRepository must do. */
export function describeIdempotencyRepository(open: () => Promise<Store>): void {
  const answer = {
    key: 'key-1',
    operatorId: 'ada',
    fingerprint: 'f',
    status: 201,
    response: { id: 'inv_1', nested: [1, null, 'x'] },
    at: '2026-11-02T09:00:00.000Z',
  };
  const keep = (store: Store, change: Partial<typeof answer> = {}) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return tx.idempotency.keep({ ...answer, ...change });
    });

  test('an answer is given back as it was kept, to its operator alone', async () => {
    const store = await open();
    expect(await keep(store)).toBe(true);
    expect(await store.read.idempotency.find('key-1', 'ada')).toEqual(answer);
    expect([
      await store.read.idempotency.find('key-1', 'bo'),
      await store.read.idempotency.find('key-2', 'ada'),
    ]).toEqual([undefined, undefined]);
  });

  test('the first answer stays, however many come at once; another operator’s key is another key', async () => {
    const store = await open();
    const kept = await Promise.all(Array.from({ length: 6 }, (_, index) => keep(store, { fingerprint: `f${index}` })));
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(await keep(store, { operatorId: 'bo' })).toBe(true);
  });
}
