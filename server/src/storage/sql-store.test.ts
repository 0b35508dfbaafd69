import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { StorageUnavailable, UnauditedChange } from './store.ts';
import { addSample, sampleAudit, sampleCustomer } from './store-samples.ts';
import { prepareMs, temporaryStores, type TemporaryStore } from './temporary-store.ts';

describe.each(Object.entries(temporaryStores))('a transaction on %s', (_name, engine) => {
  beforeAll(() => engine.prepare(), prepareMs);
  let temporary: TemporaryStore;
  let committed = 0;
  beforeEach(async () => {
    committed = 0;
    temporary = await engine.open(() => (committed += 1));
  });
  afterEach(() => temporary.close());

  test('keeps a change together with its audit line, and says so once', async () => {
    await temporary.store.transact((tx) => addSample(tx, 1));
    expect(await temporary.store.read.customers.count()).toBe(1);
    expect(await temporary.store.read.audit.latestSequence()).toBe(1);
    expect(committed).toBe(1);
  });

  test('that changes something without an audit line leaves nothing', async () => {
    const change = temporary.store.transact((tx) => tx.customers.add(sampleCustomer(1)));
    await expect(change).rejects.toBeInstanceOf(UnauditedChange);
    expect(await temporary.store.read.customers.find(sampleCustomer(1).id)).toBeUndefined();
    expect(await temporary.store.read.customers.count()).toBe(0);
    expect(committed).toBe(0);
  });

  test('that throws leaves nothing, the audit line included', async () => {
    const change = temporary.store.transact(async (tx) => {
      await addSample(tx, 1);
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    expect(await temporary.store.read.customers.count()).toBe(0);
    expect(await temporary.store.read.audit.latestSequence()).toBe(0);
  });

  test('that lost a compare-and-set needs no audit line', async () => {
    await temporary.store.transact((tx) => addSample(tx, 1));
    expect(await temporary.store.transact((tx) => tx.customers.replace(sampleCustomer(1), 7))).toBe(false);
    expect(committed).toBe(1);
  });

  test('whose audit line cannot be written changes nothing and is told as storage unavailable', async () => {
    await sql`drop table audit`.execute(temporary.engine.write);
    const change = temporary.store.transact(async (tx) => {
      await tx.customers.add(sampleCustomer(1));
      await tx.audit.append(sampleAudit());
    });
    await expect(change).rejects.toBeInstanceOf(StorageUnavailable);
    expect(await temporary.store.read.customers.count()).toBe(0);
  });

  test('gives sequences without a gap, whatever was rolled back between', async () => {
    const failing = () =>
      temporary.store.transact(async (tx) => {
        await tx.audit.append(sampleAudit());
        throw new Error('no');
      });
    const sequences = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await expect(failing()).rejects.toThrow('no');
      sequences.push(await temporary.store.transact((tx) => tx.audit.append(sampleAudit())));
    }
    expect(sequences).toEqual([1, 2, 3]);
  });
});
