import { expect, test } from 'vitest';
import { sampleVerdict } from '../storage/sample-verdict.ts';
import { addSample, sampleAudit, sampleConnection } from '../storage/store-samples.ts';
import type { Store, Transaction } from '../storage/store.ts';
import type { Candidate } from './candidate-repository.ts';

const { id: connectionId, tenantId: _pinned, ...connection } = sampleConnection(1);
const candidate: Omit<Candidate, 'version'> = {
  ...connection,
  connectionId,
  consentChangedAt: '2026-11-02T09:00:00.000Z',
  verdict: sampleVerdict,
  permissions: [
    {
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      kind: 'delegated',
      value: 'Directory.Read.All',
      required: true,
      finding: 'one_person',
      principalIds: ['p'],
    },
  ],
};

/** What every CandidateRepository must do. */
export function describeCandidateRepository(open: () => Promise<Store>): void {
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
      await tx.candidates.put(candidate);
    });
    return store;
  };

  test('a candidate is found whole, by its connection and by its customer, and the connection is as it was', async () => {
    const { read } = await opened();
    const stored = { ...candidate, version: 1 };
    expect(await read.candidates.find(connectionId)).toEqual(stored);
    expect(await read.candidates.findOfCustomers([candidate.customerId, 'cus_nobody'])).toEqual([stored]);
    expect(await read.candidates.findOfCustomers([])).toEqual([]);
    expect(await read.candidates.find('con_nobody')).toBeUndefined();
    expect(await read.connections.find(connectionId)).toMatchObject({ ...sampleConnection(1), version: 1 });
  });

  test('a newer consent takes the place of one that was never proved', async () => {
    const store = await opened();
    const newer = { ...candidate, sealedTokens: null, sealedAt: null, account: null, permissions: null };
    await change(store, (tx) => tx.candidates.put(newer));
    expect(await store.read.candidates.findOfCustomers([candidate.customerId])).toEqual([{ ...newer, version: 1 }]);
  });

  test('of two who looked at it only one keeps what they saw', async () => {
    const store = await opened();
    const seen = { ...candidate, registrationObjectId: 'sp' };
    const wins = await Promise.all([1, 2].map(() => change(store, (tx) => tx.candidates.replace(seen, 1))));
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(await store.read.candidates.find(connectionId)).toEqual({ ...seen, version: 2 });
  });

  test('what was seen of one consent is not kept with another’s', async () => {
    const store = await opened();
    const { invitationId } = sampleConnection(2);
    await change(store, (tx) => tx.candidates.put({ ...candidate, invitationId }));
    expect(await change(store, (tx) => tx.candidates.replace(candidate, 1))).toBe(false);
    expect(await store.read.candidates.find(connectionId)).toMatchObject({ invitationId, version: 1 });
  });

  test('it is removed once, and goes with its connection', async () => {
    const store = await opened();
    expect(await change(store, (tx) => tx.candidates.remove(connectionId))).toBe(true);
    expect(await change(store, (tx) => tx.candidates.remove(connectionId))).toBe(false);
    expect(await change(store, (tx) => tx.candidates.replace(candidate, 1))).toBe(false);
    await change(store, (tx) => tx.candidates.put(candidate));
    await change(store, (tx) => tx.connections.remove(connectionId));
    expect(await store.read.candidates.find(connectionId)).toBeUndefined();
  });
}
