import { Cron } from 'croner';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import { mintId } from '../ids.ts';
import type { Store } from '../storage/store.ts';
import { newRun } from './run-keeper.ts';

export interface NightlySettings {
  readonly store: Store;
  /** When, as cron writes it, in UTC; null where there is no nightly run. */
  readonly schedule: string | null;
  readonly now: Clock;
}

/** A night that nobody was there for is made up for within so long; later it is left to the next one. */
const makeUpMs = 6 * 3_600_000;
const actor: AuditActor = { kind: 'system', id: null, name: 'Latchkey' };

/**
 * Begins the nightly validation of all, once: its key is the time for which it was planned, so of several instances one begins it, and
 * one that was down at that minute does so when it is back.
 */
export function createNightly({ store, schedule, now }: NightlySettings): () => Promise<void> {
  if (schedule === null) return () => Promise.resolve();
  const cron = new Cron(schedule, { timezone: 'UTC', paused: true });
  return async () => {
    const at = now();
    // What is planned for this very second counts as past.
    const [planned] = cron.previousRuns(1, new Date(at.getTime() + 1000));
    if (planned === undefined || at.getTime() - planned.getTime() > makeUpMs) return;
    // Who was not there that night has missed nothing.
    const [first] = await store.read.audit.after(0, 1);
    if (first === undefined || first.at > planned.toISOString()) return;
    const key = `nightly ${planned.toISOString()}`;
    const run = newRun(mintId('run', at), { kind: 'nightly', key, at: at.toISOString(), by: 'Latchkey' });
    await store.transact(async (tx) => {
      const total = await tx.runs.add(run, { choose: 'all' });
      if (total === undefined) return;
      const details = { runId: run.id, kind: run.kind, total, plannedFor: planned.toISOString() };
      await tx.audit.append({ at: run.createdAt, action: 'validation_run.started', actor, requestId: null, details });
    });
  };
}
