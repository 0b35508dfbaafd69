import { expect, test } from 'vitest';
import { addSample, sampleAudit, sampleConnection } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { Chosen } from './run-repository.ts';
import { newRun } from './run-keeper.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();
const idOf = (n: number) => `run_${String(n).padStart(26, '0')}`;

const verdict = (change: Partial<Verdict>): Verdict => ({
  verdict: 'working',
  evidence: 'probe',
  cause: 'all_proved',
  owner: 'nobody',
  checks: [],
  at: at(0),
  settlingUntil: null,
  validUntil: '2026-11-03T21:00:00.000Z',
  code: null,
  correlationId: null,
  requestId: null,
  ...change,
});

/** What every RunRepository and its RunItems must do. */
export function describeRunRepository(open: () => Promise<Store>): void {
  const opened = async (): Promise<Store> => {
    const store = await open();
    const verdicts = [
      verdict({}),
      verdict({ verdict: 'action_needed', owner: 'customer' }),
      null,
      verdict({ validUntil: at(1) }),
    ];
    await store.transact(async (tx) => {
      for (const [index, given] of verdicts.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- in this order
        await addSample(tx, index + 1);
        // oxlint-disable-next-line no-await-in-loop
        await tx.connections.add({ ...sampleConnection(index + 1), verdict: given });
      }
      await addSample(tx, 9);
    });
    return store;
  };
  const start = (store: Store, chosen: Chosen, n = 1, key = 'bulk') =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit({ action: 'validation_run.started' }));
      return tx.runs.add(newRun(idOf(n), { kind: 'bulk', key, at: at(5), by: 'Ada Berg' }), chosen);
    });
  const claim = (store: Store, minute: number, limit = 10) =>
    store.runItems.claim({ kind: 'bulk', now: at(minute), leasedUntil: at(minute + 5), limit });
  const claimed = async (store: Store) => (await claim(store, 6)).map(({ connectionId }) => connectionId).toSorted();
  const connection = (n: number) => sampleConnection(n).id;

  test('all are those with a connection', async () => {
    const store = await opened();
    expect(await start(store, { choose: 'all' })).toBe(4);
    expect(await store.read.runs.find(idOf(1))).toMatchObject({
      total: 4,
      state: 'running',
      chosen: 'all',
      version: 1,
    });
    expect(await claimed(store)).toEqual([1, 2, 3, 4].map(connection));
  });

  test('a filter means the verdict as it reads now: an old one is unknown, and ours to look at', async () => {
    const store = await opened();
    expect(await start(store, { choose: 'filter', filter: { verdict: 'unknown', owner: 'provider' } })).toBe(2);
    expect(await claimed(store)).toEqual([3, 4].map(connection));
    expect(await start(store, { choose: 'filter', filter: { verdict: 'working' } }, 2, 'other')).toBe(1);
    expect(await claimed(store)).toEqual([connection(1)]);
  });

  test('a list means those that it names, and nobody who is not there', async () => {
    const store = await opened();
    const customerIds = [sampleConnection(2).customerId, sampleConnection(9).customerId, 'cus_x'];
    expect(await start(store, { choose: 'list', customerIds })).toBe(1);
    expect(await claimed(store)).toEqual([connection(2)]);
  });

  test('of two with the same key the second is not stored, nor are its items', async () => {
    const store = await opened();
    const totals = await Promise.all([start(store, { choose: 'all' }, 1), start(store, { choose: 'all' }, 2)]);
    expect(totals.filter((total) => total === undefined)).toHaveLength(1);
    expect(await store.read.runs.list(5)).toHaveLength(1);
    expect(await claim(store, 6)).toHaveLength(4);
  });

  test('nobody claims what is claimed until the lease is over; who lost it can neither finish nor put off', async () => {
    const store = await opened();
    await start(store, { choose: 'all' });
    const claims = await Promise.all([claim(store, 6), claim(store, 6), claim(store, 6)]);
    expect(claims.flat()).toHaveLength(4);
    expect(await claim(store, 10)).toEqual([]);
    const [late] = claims.flat();
    const [current] = (await claim(store, 11)).filter(({ id }) => id === late!.id);
    expect(current).toMatchObject({ claims: 2, tries: 0 });
    expect([
      await store.runItems.done(late!, 'working', at(11)),
      await store.runItems.putOff(late!, { due: at(12), tries: 1 }),
    ]).toEqual([false, false]);
    expect(await store.runItems.done(current!, 'blocked', at(11))).toBe(true);
    expect(await store.runItems.done(current!, 'working', at(11))).toBe(false);
    expect((await store.read.runs.progress(idOf(1), at(0))).counts).toMatchObject({ blocked: 1, working: 0 });
  });

  test('what is put off is not due before its time', async () => {
    const store = await opened();
    await start(store, { choose: 'list', customerIds: [sampleConnection(1).customerId] });
    const [item] = await claim(store, 6);
    await store.runItems.putOff(item!, { due: at(20), tries: 1 });
    expect(await claim(store, 19)).toEqual([]);
    expect(await claim(store, 20)).toMatchObject([{ tries: 1 }]);
  });

  test('nothing is claimed of a run that does not run, and progress counts what is done', async () => {
    const store = await opened();
    await start(store, { choose: 'all' });
    const [one, other] = await claim(store, 6, 2);
    await store.runItems.done(one!, 'working', at(6));
    await store.runItems.done(other!, 'not_known', at(8));
    const run = (await store.read.runs.find(idOf(1)))!;
    const replace = (version: number) =>
      store.transact(async (tx) => {
        await tx.audit.append(sampleAudit({ action: 'validation_run.paused' }));
        return tx.runs.replace({ ...run, state: 'paused' }, version);
      });
    expect([await replace(1), await replace(1)]).toEqual([true, false]);
    expect(await claim(store, 30)).toEqual([]);
    const progress = await store.read.runs.progress(run.id, at(7));
    expect(progress).toMatchObject({ done: 2, doneSince: 1, counts: { working: 1, not_known: 1, degraded: 0 } });
  });

  test('a run has ended when nothing of it is left to do, and not before', async () => {
    const store = await opened();
    await start(store, { choose: 'all' });
    const items = await claim(store, 6);
    for (const item of items) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await store.read.runs.findEnded()).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      await store.runItems.done(item, 'working', at(6));
    }
    expect((await store.read.runs.findEnded()).map(({ id }) => id)).toEqual([idOf(1)]);
  });
}
