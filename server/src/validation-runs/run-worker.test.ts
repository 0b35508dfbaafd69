import type { RunView } from '@latchkey/shared/api/validation-runs';
import { err, ok } from '@latchkey/shared/result';
import type { Verdict, VerdictName } from '@latchkey/shared/validation/verdict';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSample, sampleConnection } from '../storage/store-samples.ts';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import { createRunKeeper, type KeepsRuns } from './run-keeper.ts';
import { createRunWorker } from './run-worker.ts';

const actor = { kind: 'operator', id: 'o', name: 'Ada Berg' } as const;
const begun = Date.UTC(2026, 10, 2, 9);
const customers = 25;
const connections = Array.from({ length: customers }, (_, index) => sampleConnection(index + 1).id);

let temporary: TemporaryStore;
let passed: number;
let runs: KeepsRuns;
let says: (connectionId: string) => VerdictName | 'gone' | 'throws';
let onValidate: (connectionId: string) => Promise<void>;
let validated: string[];
let faults: unknown[];
const now = () => new Date(begun + passed);

/** As the validator answers; what it says of a connection is the test's to choose. */
const validator: ValidatesConnections = {
  async validate(connectionId) {
    validated.push(connectionId);
    await onValidate(connectionId);
    const name = says(connectionId);
    if (name === 'throws') throw new Error('a fault of ours');
    if (name === 'gone') return err('connection_not_found');
    const verdict = { verdict: name } as Verdict;
    return ok({
      id: 'val',
      connectionId,
      at: now().toISOString(),
      kind: 'validated',
      verdict,
      permissions: null,
      upstream: [],
      startedBy: 'Latchkey',
      auditSequence: 1,
    });
  },
};

beforeEach(async () => {
  [passed, validated, faults] = [0, [], []];
  says = () => 'working';
  onValidate = () => Promise.resolve();
  temporary = await openTemporaryStore();
  await temporary.store.transact(async (tx) => {
    for (const n of connections.keys()) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction
      await addSample(tx, n + 1);
      // oxlint-disable-next-line no-await-in-loop
      await tx.connections.add(sampleConnection(n + 1));
    }
  });
  runs = createRunKeeper({ store: temporary.store, now });
});
afterEach(() => temporary.close());

const worker = () =>
  createRunWorker({
    store: temporary.store,
    validator,
    runs,
    kind: 'bulk',
    pace: { atOnce: 4 },
    onFault: (fault) => void faults.push(fault),
    now,
  });
const work = () => worker().work(new AbortController().signal);
let key = 0;
async function start(chosen: Parameters<KeepsRuns['start']>[0]['chosen'] = { choose: 'all' }): Promise<RunView> {
  const idempotency = { key: `key-${(key += 1)}`, operatorId: 'o', fingerprint: 'f' };
  const started = await runs.start({ chosen, actor, requestId: 'r', idempotency });
  if (!started.ok) throw new Error(started.error.code);
  return started.value;
}
async function read(id: string): Promise<RunView> {
  const found = await runs.read(id);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}
const move = (what: 'pause' | 'resume' | 'cancel', runId: string) => runs.move(what, { runId, actor, requestId: 'r' });
const actions = async () => (await temporary.store.read.audit.after(0, 1000)).map(({ action }) => action);

describe('a validation of many', () => {
  test('looks at each chosen connection once, counts how they came out, and ends on record', async () => {
    says = (id) => (id === connections[0] ? 'blocked' : id === connections[1] ? 'unknown' : 'working');
    const { id } = await start();
    await work();
    expect(validated.toSorted()).toEqual(connections.toSorted());
    expect(await read(id)).toMatchObject({
      state: 'done',
      total: customers,
      done: customers,
      counts: { working: customers - 2, blocked: 1, not_known: 1, action_needed: 0, gone: 0 },
    });
    expect((await actions()).filter((action) => action.startsWith('validation_run.'))).toEqual([
      'validation_run.started',
      'validation_run.finished',
    ]);
  });

  test('never has more at once than its pace allows', async () => {
    let [running, most] = [0, 0];
    onValidate = async () => {
      most = Math.max(most, (running += 1));
      await new Promise(setImmediate);
      running -= 1;
    };
    await start();
    await work();
    expect(most).toBe(4);
  });

  test('throttled or not reached is tried again later, and in the end not known: never red', async () => {
    says = () => 'unreachable';
    const { id } = await start({ choose: 'list', customerIds: [sampleConnection(1).customerId] });
    for (let turn = 0; turn < 6; turn += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await work();
      passed += 3_600_000;
    }
    expect(validated).toHaveLength(4);
    const { counts, state } = await read(id);
    expect([state, counts]).toEqual([
      'done',
      { working: 0, degraded: 0, settling: 0, action_needed: 0, blocked: 0, not_known: 1, gone: 0 },
    ]);
  });

  test('one that answers at the second try is counted as what it is', async () => {
    says = () => (validated.length === 1 ? 'unreachable' : 'degraded');
    const { id } = await start({ choose: 'list', customerIds: [sampleConnection(1).customerId] });
    await work();
    expect((await read(id)).done).toBe(0);
    passed += 31_000;
    await work();
    expect((await read(id)).counts).toMatchObject({ degraded: 1, not_known: 0 });
  });

  test('a tenant that Microsoft does not want to be asked about is left alone until then, and that is no try', async () => {
    const until = new Date(begun + 600_000).toISOString();
    await temporary.store.holds.extend(`tenant:${sampleConnection(1).tenantId}`, until);
    const { id } = await start();
    await work();
    expect(validated).not.toContain(connections[0]);
    expect(await read(id)).toMatchObject({ state: 'running', done: customers - 1 });
    passed = 600_000;
    await work();
    expect(validated.filter((one) => one === connections[0])).toHaveLength(1);
    expect((await read(id)).state).toBe('done');
  });

  test('a connection that is gone is counted as gone, and a fault of ours is told and tried again', async () => {
    says = (id) =>
      id === connections[0] ? 'gone' : id === connections[1] && faults.length === 0 ? 'throws' : 'working';
    const { id } = await start();
    await work();
    expect(faults).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'running', counts: { gone: 1, working: customers - 2 } });
    passed += 5 * 60_000;
    await work();
    expect(await read(id)).toMatchObject({ state: 'done', counts: { gone: 1, working: customers - 1 } });
  });
});

describe('whoever watches', () => {
  test('can pause it: nothing more is begun until it is resumed, and then each is looked at once', async () => {
    const { id } = await start();
    onValidate = async () => {
      if (validated.length === 6) await move('pause', id);
    };
    await work();
    const before = validated.length;
    expect(before).toBeLessThan(customers);
    await work();
    expect(validated).toHaveLength(before);
    expect(await read(id)).toMatchObject({ state: 'paused', done: before, secondsLeft: null });
    expect(await move('resume', id)).toMatchObject({ ok: true, value: { state: 'running' } });
    await work();
    expect(validated.toSorted()).toEqual(connections.toSorted());
    expect((await read(id)).state).toBe('done');
  });

  test('can cancel it: what was looked at stays, and nothing more is', async () => {
    const { id } = await start();
    onValidate = async () => {
      if (validated.length === 6) await move('cancel', id);
    };
    await work();
    const { state, done } = await read(id);
    expect([state, done]).toEqual(['cancelled', validated.length]);
    await work();
    expect(validated).toHaveLength(done);
    expect(await move('resume', id)).toMatchObject({ ok: false, error: { code: 'validation_run_move_illegal' } });
    expect(await actions()).not.toContain('validation_run.finished');
  });

  test('is told how long it takes, by the pace of the last minute', async () => {
    const { id } = await start();
    onValidate = async () => {
      passed += 1000;
      if (validated.length === 10) await move('pause', id);
    };
    await work();
    const { done } = await read(id);
    await move('resume', id);
    expect((await read(id)).secondsLeft).toBeNull();
    passed += 1;
    const [item] = await temporary.store.runItems.claim({
      kind: 'bulk',
      now: now().toISOString(),
      leasedUntil: now().toISOString(),
      limit: 1,
    });
    passed += 2000;
    await temporary.store.runItems.done(item!, 'working', now().toISOString());
    expect((await read(id)).secondsLeft).toBe(Math.ceil(((customers - done - 1) * 2001) / 1000));
  });

  test('one at a time: another is refused until the first has ended', async () => {
    await start();
    await expect(start()).rejects.toThrow('validation_run_going');
    await work();
    await start();
    expect(await runs.list()).toHaveLength(2);
  });

  test('of nobody there is none, and nothing is on record', async () => {
    await expect(start({ choose: 'filter', filter: { verdict: 'blocked' } })).rejects.toThrow('validation_run_empty');
    expect(await runs.list()).toEqual([]);
    expect(await actions()).not.toContain('validation_run.started');
  });
});

describe('across restarts and instances', () => {
  test('what a process that is to stop has not begun is given back, and another goes on with it', async () => {
    const { id } = await start();
    const ending = new AbortController();
    onValidate = () => Promise.resolve(validated.length === 5 ? ending.abort() : undefined);
    await worker().work(ending.signal);
    const before = validated.length;
    expect(before).toBeLessThan(10);
    await work();
    expect(validated.toSorted()).toEqual(connections.toSorted());
    expect((await read(id)).state).toBe('done');
  });

  test('what a process that died had claimed is done once its lease is over', async () => {
    const { id } = await start();
    const at = now();
    const leasedUntil = new Date(at.getTime() + 300_000).toISOString();
    await temporary.store.runItems.claim({ kind: 'bulk', now: at.toISOString(), leasedUntil, limit: 7 });
    await work();
    expect(await read(id)).toMatchObject({ state: 'running', done: customers - 7 });
    passed += 300_000;
    await work();
    expect(await read(id)).toMatchObject({ state: 'done', done: customers });
  });

  test('several at once look at each connection once', async () => {
    const { id } = await start();
    await Promise.all([work(), work(), work()]);
    expect(validated.toSorted()).toEqual(connections.toSorted());
    expect((await actions()).filter((action) => action === 'validation_run.finished')).toHaveLength(1);
    expect((await read(id)).state).toBe('done');
  });
});
