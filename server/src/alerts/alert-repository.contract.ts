import { expect, test } from 'vitest';
import type { Sealed } from '../sealing/sealer.ts';
import { sampleAudit } from '../storage/store-samples.ts';
import type { Store, Transaction } from '../storage/store.ts';
import type { Alert, StoredTarget } from './alert-repository.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();

const target = (id: string, change: Partial<StoredTarget> = {}): Omit<StoredTarget, 'version'> => ({
  id,
  url: `https://${id}.northwindvoice.example/`,
  sealedSecret: 'sealed' as Sealed,
  on: true,
  quiet: { from: '22:00', until: '07:00', zone: 'Europe/Berlin' },
  changedAt: at(0),
  changedBy: 'Ada Berg',
  ...change,
});

const alert = (sequence: number, change: Partial<Alert> = {}): Alert => ({
  key: `turn-${sequence}`,
  sequence,
  at: at(sequence),
  kind: 'connection.verdict_changed',
  connectionId: 'con_1',
  to: 'blocked',
  data: { from: 'working' },
  ...change,
});

/** What every AlertRepository and its AlertQueue must do. */
export function describeAlertRepository(open: () => Promise<Store>): void {
  const change = <T>(store: Store, work: (tx: Transaction) => Promise<T>) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit({ action: 'alert_target.saved' }));
      return work(tx);
    });
  const opened = async (...ids: readonly string[]): Promise<Store> => {
    const store = await open();
    for (const id of ids) await change(store, (tx) => tx.alerts.putTarget(target(id), 0));
    return store;
  };
  const claim = (store: Store, minute: number, kind: 'webhook' | 'mail' = 'webhook') =>
    store.alertQueue.claim({ kind, now: at(minute), leasedUntil: at(minute + 5), limit: 10 });

  test('a target is kept whole; of two who change the same version one succeeds', async () => {
    const store = await opened('ops');
    expect(await store.read.alerts.target('ops')).toEqual({ ...target('ops'), version: 1 });
    const off = (version: number) =>
      change(store, (tx) => tx.alerts.putTarget(target('ops', { on: false, quiet: null }), version));
    expect([await off(0), await off(1), await off(1)]).toEqual([false, true, false]);
    expect(await store.read.alerts.targets()).toEqual([{ ...target('ops', { on: false, quiet: null }), version: 2 }]);
  });

  test('an alert is raised once, for each target that is on', async () => {
    const store = await opened('ops', 'desk');
    await change(store, (tx) => tx.alerts.putTarget(target('desk', { on: false }), 1));
    const raise = () => change(store, (tx) => tx.alerts.raise(alert(1)));
    expect([await raise(), await raise()]).toEqual([true, false]);
    const claimed = await claim(store, 1);
    expect(claimed).toMatchObject([{ targetId: 'ops', alert: alert(1), claims: 1, tries: 0, replays: 0 }]);
  });

  test('nobody claims what is claimed until the lease is over; who lost it can neither finish nor put off', async () => {
    const store = await opened('ops');
    await change(store, (tx) => tx.alerts.raise(alert(1)));
    const claims = await Promise.all([claim(store, 1), claim(store, 1), claim(store, 1)]);
    const [late] = claims.flat();
    expect(claims.flat()).toHaveLength(1);
    expect(await claim(store, 5)).toEqual([]);
    const [current] = await claim(store, 6);
    const queue = store.alertQueue;
    expect([
      await queue.done(late!, 'sent', at(6)),
      await queue.putOff(late!, { due: at(9), tries: 1 }),
      await queue.putOff(current!, { due: at(9), tries: 1 }),
    ]).toEqual([false, false, true]);
    const [again] = await claim(store, 9);
    expect(again?.tries).toBe(1);
    expect([await queue.done(again!, 'sent', at(9)), await queue.done(again!, 'sent', at(9))]).toEqual([true, false]);
    expect(await store.read.alerts.progress('ops')).toEqual({
      waiting: 0,
      failed: 0,
      deliveredAt: at(9),
      lastFailure: null,
    });
  });

  test('a later change of the same connection is known, and what a target was last told', async () => {
    const store = await opened('ops');
    await change(store, async (tx) => {
      await tx.alerts.raise(alert(1, { to: 'working' }));
      await tx.alerts.raise(alert(2, { connectionId: 'con_2' }));
      await tx.alerts.raise(alert(3));
    });
    const [one, other, latest] = await claim(store, 4);
    const queue = store.alertQueue;
    expect([await queue.hasLater(one!), await queue.hasLater(other!), await queue.hasLater(latest!)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await queue.lastTold(latest!)).toBeNull();
    await queue.done(one!, 'sent', at(5));
    expect([await queue.lastTold(latest!), await queue.lastTold(other!)]).toEqual(['working', null]);
  });

  test('a replay sends again what came after a sequence, and what was never sent', async () => {
    const store = await opened('ops');
    await change(store, (tx) => tx.alerts.raise(alert(1)));
    const [first] = await claim(store, 2);
    await store.alertQueue.done(first!, 'failed', at(2));
    await change(store, (tx) => tx.alerts.raise(alert(2)));
    await change(store, (tx) => tx.alerts.putTarget(target('desk'), 0));
    expect(await change(store, (tx) => tx.alerts.replay('desk', 0, at(3)))).toBe(2);
    expect(await change(store, (tx) => tx.alerts.replay('ops', 1, at(3)))).toBe(1);
    const claimed = await claim(store, 3);
    expect(claimed.map(({ targetId, alert: { sequence } }) => `${targetId} ${sequence}`).toSorted()).toEqual([
      'desk 1',
      'desk 2',
      'ops 2',
    ]);
    expect(claimed.every(({ replays }) => replays === 1)).toBe(true);
  });

  test('who is told by mail has no secret, and is claimed apart from the systems that are called', async () => {
    const store = await opened('ops');
    const desk = target('desk', { url: 'mailto:desk@northwindvoice.example', sealedSecret: null });
    await change(store, (tx) => tx.alerts.putTarget(desk, 0));
    await change(store, (tx) => tx.alerts.raise(alert(1)));
    expect(await store.read.alerts.target('desk')).toEqual({ ...desk, version: 1 });
    expect((await claim(store, 2, 'mail')).map(({ targetId }) => targetId)).toEqual(['desk']);
    expect((await claim(store, 2)).map(({ targetId }) => targetId)).toEqual(['ops']);
    expect([await claim(store, 2, 'mail'), await claim(store, 2)]).toEqual([[], []]);
  });

  test('why it was not taken is known until it is, and each time that it is asked for again is counted', async () => {
    const store = await opened('ops');
    await change(store, (tx) => tx.alerts.raise(alert(1)));
    const lastFailure = async () => (await store.read.alerts.progress('ops')).lastFailure;
    const [first] = await claim(store, 2);
    const failure = { fault: 'answered', code: 503, at: at(2) } as const;
    await store.alertQueue.putOff(first!, { due: at(3), tries: 1, failure });
    expect(await lastFailure()).toEqual(failure);
    const [second] = await claim(store, 3);
    const later = { fault: 'not_reached', code: null, at: at(3) } as const;
    await store.alertQueue.done(second!, 'failed', at(3), later);
    expect(await store.read.alerts.progress('ops')).toMatchObject({ waiting: 0, failed: 1, lastFailure: later });
    const replay = () => change(store, (tx) => tx.alerts.replay('ops', 0, at(4)));
    await replay();
    expect(await lastFailure()).toBeNull();
    await replay();
    const [third] = await claim(store, 5);
    expect(third).toMatchObject({ tries: 0, replays: 2 });
    await store.alertQueue.done(third!, 'sent', at(5));
    expect(await store.read.alerts.progress('ops')).toMatchObject({ failed: 0, lastFailure: null });
  });

  test('a target goes with all that waits for it', async () => {
    const store = await opened('ops');
    await change(store, (tx) => tx.alerts.raise(alert(1)));
    const remove = () => change(store, (tx) => tx.alerts.removeTarget('ops'));
    expect([await remove(), await remove()]).toEqual([true, false]);
    expect(await claim(store, 2)).toEqual([]);
  });
}
