import { expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import type { WantedCustomer } from './check-rows.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();
const id = `imp_${'0'.repeat(26)}`;
const made = (invitationId: string | null) => ({
  outcome: 'created',
  invitationId,
  connectionId: null,
  found: null,
});
const wanted = (row: number): WantedCustomer => ({
  row,
  tenant: `contoso${row}.example`,
  fullName: `Contoso ${row}`,
  shortName: `contoso${row}`,
  licenceType: 'hosted-pro',
  licensedUsers: 25,
  reference: null,
});
const fresh = {
  id,
  kind: 'invitations',
  profile: null,
  state: 'running',
  createdAt: at(0),
  createdBy: { objectId: 'o', name: 'Ada Berg' },
  finishedAt: null,
} as const;

/** What every ImportRepository and its ImportItems must do. */
export function describeImportRepository(open: () => Promise<Store>): void {
  const started = async (rows: number): Promise<Store> => {
    const store = await open();
    await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit({ action: 'invitation_import.started' }));
      await tx.imports.add(
        fresh,
        Array.from({ length: rows }, (_, place) => wanted(place + 2)),
      );
    });
    return store;
  };
  const claim = (store: Store, minute: number, limit = 2) =>
    store.importItems.claim({ kind: 'invitations', now: at(minute), leasedUntil: at(minute + 5), limit });

  test('a list is found whole, and each row is claimed by one, in its order, until its lease ends', async () => {
    const store = await started(450);
    expect(await store.read.imports.find(id)).toEqual({ ...fresh, total: 450, version: 1 });
    expect((await store.read.imports.rows(id)).map((row) => row.wanted.row)).toEqual(
      Array.from({ length: 450 }, (_, place) => place + 2),
    );
    const [one, other] = [await claim(store, 1), await claim(store, 1)];
    const rowsOf = (items: typeof one) => items.map((item) => item.wanted.row).toSorted();
    expect([rowsOf(one), rowsOf(other)]).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  test('who has lost the lease is not believed; what is done is counted, and the end is seen', async () => {
    const store = await started(2);
    const [lost] = await claim(store, 1, 1);
    const items = await claim(store, 7);
    expect(items.map(({ claims }) => claims).toSorted()).toEqual([1, 2]);
    expect(await store.importItems.done(lost!, made('inv_x'), at(7))).toBe(false);
    expect(await store.importItems.putOff(items[0]!, { due: at(20), tries: 1 })).toBe(true);
    expect(await store.importItems.done(items[1]!, { ...made(null), outcome: 'tenant_not_found' }, at(8))).toBe(true);
    expect(await store.read.imports.findEnded('invitations')).toEqual([]);
    expect(await claim(store, 19)).toEqual([]);
    const [last] = await claim(store, 20);
    expect(last).toMatchObject({ tries: 1 });
    expect(await store.importItems.done(last!, made('inv_y'), at(21))).toBe(true);
    expect(await store.read.imports.progress(id)).toEqual({ created: 1, unproved: 0, refused: 1 });
    expect((await store.read.imports.findEnded('invitations')).map((one) => one.id)).toEqual([id]);
  });

  test('nothing is claimed of what does not run, and of two who end it one does', async () => {
    const store = await started(1);
    const end = () =>
      store.transact(async (tx) => {
        await tx.audit.append(sampleAudit());
        return tx.imports.replace({ ...fresh, total: 1, state: 'cancelled', finishedAt: at(1) }, 1);
      });
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await claim(store, 2)).toEqual([]);
    expect(await store.read.imports.list('invitations', 5)).toMatchObject([{ id, state: 'cancelled', version: 2 }]);
  });

  test('of a list that was cancelled only what was begun is claimed; it is told, or dropped for good', async () => {
    const store = await started(4);
    const [one, other] = await claim(store, 1);
    await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      await tx.imports.replace({ ...fresh, total: 4, state: 'cancelled', finishedAt: at(2) }, 1);
    });
    const isAtWork = async () => (await store.read.imports.rows(id)).map((row) => row.isAtWork);
    expect(await isAtWork()).toEqual([true, true, false, false]);
    expect(await claim(store, 3)).toEqual([]);
    const again = await claim(store, 7, 9);
    expect(again.map(({ claims }) => claims)).toEqual([2, 2]);
    expect([await store.importItems.drop(one!), await store.importItems.drop(other!)]).toEqual([false, false]);
    expect(await store.importItems.done(again[0]!, made('inv_x'), at(8))).toBe(true);
    expect(await store.importItems.drop(again[1]!)).toBe(true);
    expect([await isAtWork(), await claim(store, 59)]).toEqual([[false, false, false, false], []]);
    expect(await store.read.imports.progress(id)).toEqual({ created: 1, unproved: 0, refused: 0 });
  });

  test('what was made of a row that was dropped meanwhile is told by whoever made it, and nothing else brings it back', async () => {
    const store = await started(2);
    const [one, other] = await claim(store, 1);
    await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      await tx.imports.replace({ ...fresh, total: 2, state: 'cancelled', finishedAt: at(2) }, 1);
    });
    for (const item of await claim(store, 7)) expect(await store.importItems.drop(item)).toBe(true);
    expect(await store.importItems.done(other!, { ...made(null), outcome: 'tenant_not_found' }, at(8))).toBe(false);
    expect(await store.importItems.putOff(other!, { due: at(9), tries: 1 })).toBe(false);
    expect(await store.importItems.done(one!, made('inv_x'), at(8))).toBe(true);
    expect(await store.importItems.done(one!, made('inv_y'), at(9))).toBe(false);
    const rows = await store.read.imports.rows(id);
    expect(rows.map(({ outcome, invitationId }) => [outcome, invitationId]).toSorted()).toEqual([
      [null, null],
      ['created', 'inv_x'],
    ]);
    expect(await store.read.imports.progress(id)).toEqual({ created: 1, unproved: 0, refused: 0 });
    expect(await claim(store, 59)).toEqual([]);
  });

  test('lists of adoptions are apart: listed, claimed and ended by their own kind, and kept with what was found', async () => {
    const store = await started(1);
    const adoption = {
      ...fresh,
      id: `imp_${'1'.repeat(26)}`,
      kind: 'adoptions',
      profile: { id: 'p-1', version: 3 },
    } as const;
    await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit({ action: 'adoption.started' }));
      await tx.imports.add(adoption, [wanted(2), wanted(3)]);
    });
    expect(await store.read.imports.list('adoptions', 5)).toEqual([{ ...adoption, total: 2, version: 1 }]);
    expect((await store.read.imports.list('invitations', 5)).map((one) => one.id)).toEqual([id]);
    expect((await claim(store, 1, 9)).map((item) => item.importId)).toEqual([id]);
    const [one, other] = await store.importItems.claim({ kind: 'adoptions', now: at(1), leasedUntil: at(6), limit: 9 });
    const found = { verdict: 'action_needed', evidence: 'grants', cause: 'permission_missing' } as const;
    const adopted = { outcome: 'created_unproved', invitationId: null, connectionId: 'con_x', found } as const;
    expect(await store.importItems.done(one!, adopted, at(2))).toBe(true);
    expect(await store.importItems.done(other!, { ...made(null), connectionId: 'con_y' }, at(2))).toBe(true);
    expect(await store.read.imports.progress(adoption.id)).toEqual({ created: 2, unproved: 1, refused: 0 });
    const rows = await store.read.imports.rows(adoption.id);
    expect(rows.find((row) => row.connectionId === 'con_x')).toEqual({
      wanted: one!.wanted,
      isAtWork: false,
      ...adopted,
    });
    expect((await store.read.imports.findEnded('adoptions')).map((ended) => ended.id)).toEqual([adoption.id]);
    expect(await store.read.imports.findEnded('invitations')).toEqual([]);
  });
}
