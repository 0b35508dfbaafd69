import PQueue from 'p-queue';
import type { RunOutcome } from '@latchkey/shared/api/validation-runs';
import type { VerdictName } from '@latchkey/shared/validation/verdict';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { holdOf } from '../validation/microsoft-hold.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import type { RunItem, ValidationRun } from './run-repository.ts';
import type { KeepsRuns } from './run-keeper.ts';

/** How fast: so many at once and, where it is said, so many a second. */
export interface Pace {
  readonly atOnce: number;
  readonly perSecond?: number;
}

export interface RunWorkerSettings {
  readonly store: Store;
  readonly validator: ValidatesConnections;
  readonly runs: KeepsRuns;
  readonly kind: ValidationRun['kind'];
  readonly pace: Pace;
  readonly onFault: (error: unknown) => void;
  readonly now: Clock;
}

export interface WorksOnRuns {
  /** Validates what is due until nothing is, or until it is to end; then nothing more is begun, and what is under way is waited for. */
  work(ending: AbortSignal): Promise<void>;
}

/** Longer than a validation can last, and the wait for somebody else's. */
const leaseMs = 5 * 60_000;
/** So often Microsoft is asked about one connection before a run says that it is not known. */
const mostTries = 4;
/** A connection whose validation ends the process each time must not keep the run alive for ever. */
const mostClaims = 50;
const firstWaitMs = 30_000;
const actor: AuditActor = { kind: 'system', id: null, name: 'Latchkey' };

export function createRunWorker(settings: RunWorkerSettings): WorksOnRuns {
  const { store, runs, kind, pace, onFault, now } = settings;
  const { atOnce, perSecond } = pace;
  const queue = new PQueue({
    concurrency: atOnce,
    ...(perSecond === undefined ? {} : { intervalCap: perSecond, interval: 1000 }),
  });
  const claim = () => {
    const at = now();
    const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
    return store.runItems.claim({ kind, now: at.toISOString(), leasedUntil, limit: atOnce });
  };
  return {
    async work(ending) {
      while (!ending.aborted) {
        // oxlint-disable-next-line no-await-in-loop -- no more is claimed than can soon be begun
        const items = await claim();
        if (items.length === 0) break;
        for (const item of items)
          // A fault leaves the item to its lease: it is claimed again then.
          void queue.add(() => (ending.aborted ? giveBack(store, item, now()) : one(settings, item))).catch(onFault);
        // oxlint-disable-next-line no-await-in-loop
        await queue.onSizeLessThan(1);
      }
      await queue.onIdle();
      await runs.finish();
    },
  };
}

async function giveBack(store: Store, item: RunItem, at: Date): Promise<void> {
  await store.runItems.putOff(item, { due: at.toISOString(), tries: item.tries });
}

async function one({ store, validator, now }: RunWorkerSettings, item: RunItem): Promise<void> {
  const done = (outcome: RunOutcome) => store.runItems.done(item, outcome, now().toISOString());
  const again = (tries: number, ms: number) =>
    store.runItems.putOff(item, { tries, due: new Date(now().getTime() + ms).toISOString() });
  if (item.claims > mostClaims) return void (await done('not_known'));
  const connection = await store.read.connections.find(item.connectionId);
  if (connection === undefined) return void (await done('gone'));
  const hold = await holdOf(store, connection.tenantId, now());
  // Microsoft has said when: nobody asks before, whichever run or instance was told so.
  if (hold !== null) return void (await again(item.tries, hold * 1000));
  const run = await validator.validate(connection.id, { kind: 'validated', actor, requestId: null });
  if (run.ok && run.value.verdict.verdict !== 'unreachable')
    return void (await done(outcomeOf(run.value.verdict.verdict)));
  if (!run.ok && run.error.code === 'connection_not_found') return void (await done('gone'));
  const tries = item.tries + 1;
  if (tries >= mostTries) return void (await done('not_known'));
  const told = await holdOf(store, connection.tenantId, now());
  await again(tries, told === null ? firstWaitMs * 2 ** item.tries : told * 1000);
}

/** No answer says nothing about a connection, and neither does one that proves nothing. */
const outcomeOf = (verdict: VerdictName): RunOutcome =>
  verdict === 'unreachable' || verdict === 'unknown' ? 'not_known' : verdict;
