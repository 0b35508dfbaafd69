import type { Clock } from '../clock.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Store } from '../storage/store.ts';
import type { Job } from '../work/run-work.ts';
import { createAlertTargets } from './alert-targets.ts';
import { createAlertWorker } from './alert-worker.ts';
import { postAlert } from './send-alert.ts';

/** Where alerts are sent, and what sends them beside the answers. */
export const openAlerts = (settings: {
  readonly store: Store;
  readonly sealer: Sealer;
  readonly namedHosts: readonly string[];
  readonly now: Clock;
}) => ({
  targets: createAlertTargets(settings),
  job: { kind: 'alerts', everyMs: 1_000, run: createAlertWorker({ ...settings, post: postAlert }) } satisfies Job,
});
