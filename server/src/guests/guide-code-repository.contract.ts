import { expect, test } from 'vitest';
import { addSample, sampleAudit, sampleInvitation } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';

/** What every GuideCodeRepository must do. */
export function describeGuideCodeRepository(open: () => Promise<Store>): void {
  const made = '2026-11-02T09:00:00.000Z';
  const goodUntil = '2026-11-02T09:05:00.000Z';
  const early = '2026-11-02T09:04:59.999Z';
  const code = (hash: string, visitHash = `visit of ${hash}`) => ({
    hash,
    invitationId: sampleInvitation(1).id,
    visitHash,
    linkVersion: 1,
    goodUntil,
  });
  const opened = async (): Promise<Store> => {
    const store = await open();
    await store.transact((tx) => addSample(tx, 1));
    return store;
  };
  const add = (store: Store, ...codes: readonly ReturnType<typeof code>[]) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      for (const one of codes) await tx.guideCodes.add(one, made);
    });
  const use = (store: Store, hash: string, at = early) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return tx.guideCodes.use(hash, at);
    });

  test('a code is good for one caller', async () => {
    const store = await opened();
    await add(store, code('one'));
    const tries = await Promise.all(Array.from({ length: 20 }, () => use(store, 'one')));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await store.read.guideCodes.find('one')).toEqual({ ...code('one'), usedAt: early });
  });

  test('a code is good until its time, and one that nobody made never', async () => {
    const store = await opened();
    await add(store, code('one'));
    expect([await use(store, 'one', goodUntil), await use(store, 'two')]).toEqual([false, false]);
    expect((await store.read.guideCodes.find('one'))?.usedAt).toBeNull();
    expect(await store.read.guideCodes.find('two')).toBeUndefined();
  });

  test('a new code ends those that the same visit was shown before, and no other’s', async () => {
    const store = await opened();
    await add(store, code('first', 'visit'), code('of another'), code('second', 'visit'));
    expect([await use(store, 'first'), await use(store, 'second'), await use(store, 'of another')]).toEqual([
      false,
      true,
      true,
    ]);
  });
}
