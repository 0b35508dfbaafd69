import { ok } from '@latchkey/shared/result';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSample, sampleConnection } from '../storage/store-samples.ts';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import { createNightly } from './nightly.ts';
import { createRunKeeper, type KeepsRuns } from './run-keeper.ts';
import { createRunWorker } from './run-worker.ts';

const begun = Date.UTC(2026, 10, 2, 9);
const connections = [1, 2, 3].map((n) => sampleConnection(n).id);

let temporary: TemporaryStore;
let passed: number;
let runs: KeepsRuns;
let validated: string[];
const now = () => new Date(begun + passed);
const validator: ValidatesConnections = {
  async validate(connectionId) {
    validated.push(connectionId);
    return Promise.resolve(
      ok({
        id: 'val',
        connectionId,
        at: now().toISOString(),
        kind: 'validated',
        verdict: { verdict: 'working' } as Verdict,
        permissions: null,
        upstream: [],
        startedBy: 'Latchkey',
        auditSequence: 1,
      }),
    );
  },
};

beforeEach(async () => {
  [passed, validated] = [0, []];
  temporary = await openTemporaryStore();
  await temporary.store.transact(async (tx) => {
    for (const n of connections.keys()) {
      await addSample(tx, n + 1);
      await tx.connections.add(sampleConnection(n + 1));
    }
  });
  runs = createRunKeeper({ store: temporary.store, now });
});
afterEach(() => temporary.close());

const work = (kind: 'bulk' | 'nightly') =>
  createRunWorker({
    store: temporary.store,
    validator,
    runs,
    kind,
    pace: { atOnce: 2 },
    onFault: (fault) => expect.fail(String(fault)),
    now,
  }).work(new AbortController().signal);

describe('each night', () => {
  const nightly = (schedule: string | null = '0 2 * * *') => createNightly({ store: temporary.store, schedule, now });
  const at = (hour: number, day = 3) => void (passed = Date.UTC(2026, 10, day, hour) - begun);

  test('all are looked at, begun once however many instances there are, and again the next night', async () => {
    at(2);
    await Promise.all([nightly()(), nightly()(), nightly()()]);
    await nightly()();
    await work('nightly');
    expect(validated.toSorted()).toEqual(connections.toSorted());
    expect(await runs.list()).toMatchObject([{ kind: 'nightly', state: 'done', startedBy: 'Latchkey' }]);
    at(3);
    await nightly()();
    expect(await runs.list()).toHaveLength(1);
    at(2, 4);
    await nightly()();
    expect(await runs.list()).toHaveLength(2);
  });

  test('a night that was missed by hours is made up for, one that was missed by more is not', async () => {
    at(7);
    await nightly()();
    expect(await runs.list()).toHaveLength(1);
    at(9, 4);
    await nightly()();
    expect(await runs.list()).toHaveLength(1);
  });

  test('a night’s run and a person’s do not stand in each other’s way', async () => {
    at(2);
    await nightly()();
    const idempotency = { key: 'key', operatorId: 'o', fingerprint: 'f' };
    const actor = { kind: 'operator', id: 'o', name: 'Ada Berg' } as const;
    await runs.start({ chosen: { choose: 'all' }, actor, requestId: 'r', idempotency });
    await work('bulk');
    expect(validated).toHaveLength(connections.length);
    expect((await runs.list()).map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['bulk', 'done'],
        ['nightly', 'running'],
      ]),
    );
  });

  test('a deployment that was not there that night has missed nothing', async () => {
    at(10, 2);
    await createNightly({ store: temporary.store, schedule: '0 8 * * *', now })();
    expect(await runs.list()).toEqual([]);
    at(10, 3);
    await createNightly({ store: temporary.store, schedule: '0 8 * * *', now })();
    expect(await runs.list()).toHaveLength(1);
  });

  test('there is none where the deployment wants none', async () => {
    at(2);
    await nightly(null)();
    expect(await runs.list()).toEqual([]);
  });
});
