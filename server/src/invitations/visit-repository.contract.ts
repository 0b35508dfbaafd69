import { expect, test } from 'vitest';
import { addSample, sampleAudit, sampleInvitation } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';

/** What every VisitRepository and StartTicketRepository must do. */
export function describeVisitRepository(open: () => Promise<Store>): void {
  const invitationId = sampleInvitation(1).id;
  const opened = async (): Promise<Store> => {
    const store = await open();
    await store.transact((tx) => addSample(tx, 1));
    return store;
  };

  test('a visit is found until it is over, and swept afterwards', async () => {
    const store = await opened();
    const visit = { cookieHash: 'hash', invitationId, linkVersion: 1, expiresAt: '2026-11-02T10:00:00.000Z' };
    await store.visits.add(visit);
    expect(await store.visits.find('hash', '2026-11-02T09:59:59.999Z')).toEqual(visit);
    expect(await store.visits.find('hash', '2026-11-02T10:00:00.000Z')).toBeUndefined();
    expect(await store.visits.find('other', '2026-11-02T09:00:00.000Z')).toBeUndefined();
    await store.visits.sweep('2026-11-02T10:00:00.000Z');
    expect(await store.visits.find('hash', '2026-11-02T09:00:00.000Z')).toBeUndefined();
  });

  test('a start ticket is good for one caller, while it is good', async () => {
    const store = await opened();
    const goodUntil = '2026-11-02T09:10:00.000Z';
    await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      await tx.startTickets.add({ hash: 'one', invitationId, goodUntil });
      await tx.startTickets.add({ hash: 'two', invitationId, goodUntil });
    });
    const use = (hash: string, at: string) =>
      store.transact(async (tx) => {
        await tx.audit.append(sampleAudit());
        return tx.startTickets.use(hash, at);
      });
    const early = '2026-11-02T09:09:59.999Z';
    expect((await Promise.all([use('one', early), use('one', early), use('one', early)])).filter(Boolean)).toHaveLength(
      1,
    );
    expect([await use('two', goodUntil), await use('three', early)]).toEqual([false, false]);
    expect(await store.read.startTickets.find('one')).toEqual({ hash: 'one', invitationId, goodUntil, usedAt: early });
    expect(await store.read.startTickets.find('three')).toBeUndefined();
  });
}
