import { expect, test } from 'vitest';
import type { Sealed } from '../sealing/sealer.ts';
import { sampleVerdict } from '../storage/sample-verdict.ts';
import { addSample, sampleAudit, sampleConnection, sampleCustomer } from '../storage/store-samples.ts';
import type { Store, Transaction } from '../storage/store.ts';
import type { ConnectionChange } from './connection-repository.ts';

const verdict = sampleVerdict;

/** What every ConnectionRepository and ValidationRepository must do. */
export function describeConnectionRepository(open: () => Promise<Store>): void {
  const change = <T>(store: Store, work: (tx: Transaction) => Promise<T>) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return work(tx);
    });
  const opened = async (): Promise<Store> => {
    const store = await open();
    await store.transact(async (tx) => {
      await addSample(tx, 1);
      await addSample(tx, 2);
      await tx.connections.add(sampleConnection(1));
    });
    return store;
  };
  const next = (changed: Partial<ConnectionChange> = {}): ConnectionChange => {
    const { sealedTokens: _tokens, sealedAt: _at, ...rest } = sampleConnection(1);
    return { ...rest, ...changed };
  };
  const id = sampleConnection(1).id;

  test('a connection is found whole, by id, by customer, by invitation', async () => {
    const store = await opened();
    const stored = { ...sampleConnection(1), tokensVersion: 1, version: 1 };
    const { connections } = store.read;
    expect([
      await connections.find(id),
      await connections.findByCustomer(stored.customerId),
      await connections.findByInvitation(stored.invitationId),
    ]).toEqual([stored, stored, stored]);
    expect(await connections.findOfCustomers([stored.customerId, sampleCustomer(2).id])).toEqual([stored]);
    expect(await connections.findOfCustomers([])).toEqual([]);
  });

  test('one that was adopted has no invitation, and is nobody’s who asks for one', async () => {
    const store = await opened();
    const adopted = { ...sampleConnection(2), invitationId: null, method: 'adopt' } as const;
    expect(await change(store, (tx) => tx.connections.add(adopted))).toBe(true);
    expect(await store.read.connections.find(adopted.id)).toMatchObject({ invitationId: null, method: 'adopt' });
    expect(await store.read.connections.findByInvitation(sampleConnection(2).invitationId)).toBeUndefined();
  });

  test('a customer has one connection: the second is not added', async () => {
    const store = await opened();
    const second = { ...sampleConnection(2), customerId: sampleConnection(1).customerId };
    expect(await change(store, (tx) => tx.connections.add(second))).toBe(false);
    expect(await store.read.connections.find(second.id)).toBeUndefined();
  });

  test('a verdict is kept whole, and of two who bring one only one succeeds', async () => {
    const store = await opened();
    const wins = await Promise.all(
      [1, 2].map(() => change(store, (tx) => tx.connections.replace(next({ verdict, registrationObjectId: 'sp' }), 1))),
    );
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(await store.read.connections.find(id)).toMatchObject({
      verdict,
      registrationObjectId: 'sp',
      version: 2,
      tokensVersion: 1,
    });
  });

  test('rotated tokens are taken from the one who was first, without disturbing the rest', async () => {
    const store = await opened();
    const rotate = (text: string) =>
      change(store, (tx) =>
        tx.connections.replaceTokens(id, { sealedTokens: text as Sealed, sealedAt: '2026-11-02T10:00:00.000Z' }, 1),
      );
    const wins = [await rotate('first'), await rotate('second')];
    expect(wins).toEqual([true, false]);
    expect(await store.read.connections.find(id)).toMatchObject({
      sealedTokens: 'first',
      tokensVersion: 2,
      version: 1,
    });
  });

  test('a change of the rest leaves the tokens as they are', async () => {
    const store = await opened();
    await change(store, (tx) =>
      tx.connections.replaceTokens(id, { sealedTokens: 'rotated' as Sealed, sealedAt: '2026-11-02T10:00:00.000Z' }, 1),
    );
    expect(await change(store, (tx) => tx.connections.replace(next({ account: null }), 1))).toBe(true);
    expect(await store.read.connections.find(id)).toMatchObject({
      sealedTokens: 'rotated',
      tokensVersion: 2,
      account: null,
    });
  });

  test('what each validation said is told oldest first since a time, with the last one before it', async () => {
    const store = await opened();
    const day = (date: number) => `2026-11-0${date}T09:00:00.000Z`;
    const said = (date: number) => ({ at: day(date), verdict: 'degraded', validUntil: day(date + 1) }) as const;
    await change(store, async (tx) => {
      for (const date of [1, 3, 2, 4])
        await tx.validations.add({
          id: `val_${date}`,
          connectionId: id,
          at: day(date),
          kind: 'validated',
          verdict: { ...verdict, ...said(date) },
          permissions: null,
          upstream: [],
          startedBy: 'Ada Berg',
          auditSequence: date,
        });
    });
    expect(await store.read.validations.listTold(id, day(3))).toEqual([said(2), said(3), said(4)]);
    expect(await store.read.validations.listTold(id, day(1))).toEqual([said(1), said(2), said(3), said(4)]);
    expect(await store.read.validations.listTold('con_other', day(1))).toEqual([]);
  });

  test('the newest validation is found; removed, a connection takes its validations along', async () => {
    const store = await opened();
    const validation = {
      connectionId: id,
      at: verdict.at,
      verdict,
      upstream: [{ what: 'organization', requestId: null, status: 200 }],
      startedBy: 'Ada Berg',
    };
    const lines = [
      {
        resourceAppId: '00000003-0000-0000-c000-000000000000',
        kind: 'delegated',
        value: 'Directory.Read.All',
        required: true,
        finding: 'granted',
        principalIds: [],
      },
    ] as const;
    await change(store, async (tx) => {
      await tx.validations.add({ ...validation, id: 'val_1', kind: 'consent', permissions: null, auditSequence: 5 });
      await tx.validations.add({ ...validation, id: 'val_2', kind: 'validated', permissions: lines, auditSequence: 7 });
    });
    expect(await store.read.validations.findLatest(id)).toEqual({
      ...validation,
      id: 'val_2',
      kind: 'validated',
      permissions: lines,
      auditSequence: 7,
    });
    expect(await store.read.validations.find('val_1')).toMatchObject({ kind: 'consent', permissions: null });
    expect(await change(store, (tx) => tx.connections.remove(id))).toBe(true);
    expect([await store.read.connections.find(id), await store.read.validations.findLatest(id)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await change(store, (tx) => tx.connections.remove(id))).toBe(false);
  });
}
