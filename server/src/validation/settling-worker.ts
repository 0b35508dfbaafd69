import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { settleWork } from './settle-plan.ts';
import type { ValidatesConnections } from './validate-connection.ts';

export interface LooksAgain {
  /** Looks again at every young consent that is due; gives how many. */
  lookAgain(): Promise<number>;
}

const leaseMs = 120_000;
const atOnce = 10;

/** Re-checks young consents with a fresh token, until they are proved or the window has closed. Each run plans the next one itself. */
export function createSettlingWorker({
  store,
  validator,
  now,
}: {
  readonly store: Store;
  readonly validator: ValidatesConnections;
  readonly now: Clock;
}): LooksAgain {
  return {
    async lookAgain() {
      const at = now();
      const claimed = await store.work.claim({
        kind: settleWork,
        now: at.toISOString(),
        leasedUntil: new Date(at.getTime() + leaseMs).toISOString(),
        limit: atOnce,
      });
      await Promise.all(
        claimed.map(async (work) => {
          const actor = { kind: 'system', id: null, name: 'Latchkey' } as const;
          const run = await validator.validate(work.subject, { kind: 'validated', actor, requestId: null });
          // A run that was kept has dropped this work and planned the next. One that was not leaves it to its lease, unless
          // there is nothing left to look at.
          if (!run.ok && run.error.code === 'connection_not_found') await store.work.done(work);
        }),
      );
      return claimed.length;
    },
  };
}
