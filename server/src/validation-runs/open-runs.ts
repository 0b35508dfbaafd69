import type { Clock } from '../clock.ts';
import { describeFault, type Log } from '../log/log.ts';
import type { Store } from '../storage/store.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import type { Job } from '../work/run-work.ts';
import { createNightly } from './nightly.ts';
import { createRunKeeper } from './run-keeper.ts';
import { createRunWorker, type Pace } from './run-worker.ts';

/** Somebody waits for the one; the other has the whole night, and leaves room for everybody else. */
const paces = {
  bulk: { atOnce: 16 },
  nightly: { atOnce: 4, perSecond: 8 },
} as const satisfies Record<string, Pace>;

/** Validations of many, and what runs them beside the answers. */
export function openRuns({
  store,
  validator,
  schedule,
  log,
  now,
}: {
  readonly store: Store;
  readonly validator: ValidatesConnections;
  readonly schedule: string | null;
  readonly log: Log;
  readonly now: Clock;
}) {
  const runs = createRunKeeper({ store, now });
  const worker = (kind: 'bulk' | 'nightly') => {
    const onFault = (error: unknown) => log.event('work.failed', { kind, ...describeFault(error) });
    return createRunWorker({ store, validator, runs, kind, pace: paces[kind], onFault, now }).work;
  };
  return {
    runs,
    jobs: [
      { kind: 'bulk', everyMs: 500, run: worker('bulk') },
      { kind: 'nightly', everyMs: 5_000, run: worker('nightly') },
      { kind: 'nightly-start', everyMs: 60_000, run: createNightly({ store, schedule, now }) },
    ] satisfies readonly Job[],
  };
}
