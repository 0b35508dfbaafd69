import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from './engine.ts';
import { createStore } from './sql-store.ts';
import { addSample, sampleCustomer } from './store-samples.ts';
import { openTemporaryStore, type TemporaryStore } from './temporary-store.ts';

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
});
afterEach(() => temporary.close());

/** The same database, whose disk fails at the very commit: all the statements went well before it. */
function failingAtCommit({ engine }: TemporaryStore): Engine {
  const transaction = () => {
    const real = engine.write.transaction();
    const execute: typeof real.execute = (work) =>
      real.execute(async (db) => {
        await work(db);
        throw new Error('the disk is full');
      });
    return { execute };
  };
  return { ...engine, write: { transaction } as unknown as Engine['write'] };
}

test('nothing is acknowledged, and nobody is woken, before it is committed', async () => {
  let woken = 0;
  const store = createStore(failingAtCommit(temporary), () => (woken += 1));
  await expect(store.transact((tx) => addSample(tx, 1))).rejects.toThrow('the disk is full');
  expect(woken).toBe(0);
  expect(await temporary.store.read.customers.find(sampleCustomer(1).id)).toBeUndefined();
  expect(await temporary.store.read.audit.latestSequence()).toBe(0);
});
