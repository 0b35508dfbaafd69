import { expect, test } from 'vitest';
import type { Sealed } from '../sealing/sealer.ts';
import { addSample, sampleAudit, sampleConnection } from '../storage/store-samples.ts';
import type { Store, Transaction } from '../storage/store.ts';
import type { AccountKey, StoredPassword } from './password-repository.ts';

/** What every PasswordRepository must do. */
export function describePasswordRepository(open: () => Promise<Store>): void {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();
  const customerId = 'cus_00000000000000000000000001';
  const account = 'an-account' as AccountKey;
  const password = (change: Partial<StoredPassword> = {}): StoredPassword => ({
    customerId,
    username: 'admin@contoso.example',
    sealedPassword: 'sealed' as Sealed,
    hasSpacesAtEnds: true,
    storedAt: at(0),
    storedBy: 'Ada Berg',
    provedAt: null,
    lastTry: null,
    ...change,
  });
  const change = <T>(store: Store, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return work(tx);
    });
  const opened = async (): Promise<Store> => {
    const store = await open();
    await change(store, (tx) => addSample(tx, 1));
    return store;
  };

  test('a password is read as it was stored, and the next takes its place', async () => {
    const store = await opened();
    expect(await store.read.passwords.find(customerId)).toBeUndefined();
    await change(store, (tx) => tx.passwords.put(password()));
    expect(await store.read.passwords.find(customerId)).toEqual(password());
    const next = password({ username: 'other@contoso.example', storedAt: at(1), hasSpacesAtEnds: false });
    await change(store, (tx) => tx.passwords.put(next));
    expect(await store.read.passwords.find(customerId)).toEqual(next);
  });

  test('a try is noted on the password that was tried, and on no other', async () => {
    const store = await opened();
    await change(store, (tx) => tx.passwords.put(password()));
    const wrong = { at: at(2), outcome: 'wrong', aadsts: 50126, correlationId: 'c' } as const;
    const proved = { at: at(3), outcome: 'proved', aadsts: null, correlationId: null } as const;
    expect(await change(store, (tx) => tx.passwords.noteTry(customerId, at(0), proved))).toBe(true);
    expect(await change(store, (tx) => tx.passwords.noteTry(customerId, at(0), wrong))).toBe(true);
    expect(await change(store, (tx) => tx.passwords.noteTry(customerId, at(9), proved))).toBe(false);
    expect(await store.read.passwords.find(customerId)).toMatchObject({ provedAt: at(3), lastTry: wrong });
  });

  test('it is removed once', async () => {
    const store = await opened();
    await change(store, (tx) => tx.passwords.put(password()));
    const remove = () => change(store, (tx) => tx.passwords.remove(customerId));
    expect([await remove(), await remove()]).toEqual([true, false]);
  });

  test('unused is what is old and carries no connection', async () => {
    const store = await opened();
    await change(store, (tx) => tx.passwords.put(password({ storedAt: at(5) })));
    expect(await store.read.passwords.findUnused(at(4))).toEqual([]);
    expect(await store.read.passwords.findUnused(at(5))).toEqual([customerId]);
    await change(store, (tx) => tx.connections.add({ ...sampleConnection(1), method: 'known-password' }));
    expect(await store.read.passwords.findUnused(at(5))).toEqual([]);
  });

  test('an acknowledgement is read as it was recorded, and the next takes its place', async () => {
    const store = await opened();
    const first = {
      customerId,
      name: 'Lena Roth',
      date: '2026-11-01',
      how: 'Mail',
      recordedAt: at(0),
      recordedBy: 'Ada',
    };
    for (const one of [first, { ...first, name: 'Megan Bowen' }]) {
      await change(store, (tx) => tx.passwords.putAcknowledgement(one));
      expect(await store.read.passwords.findAcknowledgement(customerId)).toEqual(one);
    }
  });

  test('of many who want a try at once as many get one as are free', async () => {
    const store = await opened();
    const take = (minute: number) =>
      change(store, (tx) => tx.passwords.takeTry({ account, at: at(minute), since: at(minute - 60), most: 3 }));
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(0)));
    expect(taken.filter(Boolean)).toHaveLength(3);
    expect(await store.read.passwords.triesSince(account, at(-60))).toEqual([at(0), at(0), at(0)]);
    expect([await take(59), await take(60), await take(60)]).toEqual([false, true, true]);
    expect(await store.read.passwords.triesSince(account, at(0))).toEqual([at(60), at(60)]);
  });
}
