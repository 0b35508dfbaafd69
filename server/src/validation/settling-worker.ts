import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { candidateWork, settleWork } from './settle-plan.ts';
import type { ValidatesCandidates } from './validate-candidate.ts';
import type { ValidatesConnections } from './validate-connection.ts';

export interface LooksAgain {
  /** Looks again at every young consent that is due; gives how many. */
  lookAgain(): Promise<number>;
}

const leaseMs = 120_000;
const atOnce = 10;
const context = { kind: 'validated', actor: { kind: 'system', id: null, name: 'Latchkey' }, requestId: null } as const;

/** Re-checks young consents with a fresh token, until they are proved or the window has closed. Each run plans the next one itself. */
export function createSettlingWorker({
  store,
  validator,
  candidates,
  now,
}: {
  readonly store: Store;
  readonly validator: ValidatesConnections;
  readonly candidates: ValidatesCandidates;
  readonly now: Clock;
}): LooksAgain {
  return {
    async lookAgain() {
      const at = now();
      const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
      const due = { now: at.toISOString(), leasedUntil, limit: atOnce };
      const claimed = await store.work.claim({ ...due, kind: settleWork });
      const beside = await store.work.claim({ ...due, kind: candidateWork });
      await Promise.all([
        ...beside.map(({ subject }) => candidates.validate(subject, context)),
        ...claimed.map(async (work) => {
          const run = await validator.validate(work.subject, context);
          // A run that was kept has dropped this work and planned the next. One that was not leaves it to its lease, unless
          // there is nothing left to look at.
          if (!run.ok && run.error.code === 'connection_not_found') await store.work.done(work);
        }),
      ]);
      return claimed.length + beside.length;
    },
  };
}
