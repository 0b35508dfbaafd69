import type { RunView } from '@latchkey/shared/api/validation-runs';
import type { RunReads, ValidationRun } from './run-repository.ts';

/** The pace is taken from so much of the past, or since the run was started or resumed. */
const paceMs = 60_000;

/** A run as sent, with how far it has come. */
export async function runView(runs: Pick<RunReads, 'progress'>, run: ValidationRun, now: Date): Promise<RunView> {
  const from = Math.max(Date.parse(run.movedAt), now.getTime() - paceMs);
  const { counts, done, doneSince } = await runs.progress(run.id, new Date(from).toISOString());
  const { id, kind, state, total, createdAt, createdBy, finishedAt } = run;
  return {
    id,
    kind,
    state,
    total,
    done,
    counts: { ...counts },
    secondsLeft: state === 'running' ? secondsLeft(total - done, doneSince, now.getTime() - from) : null,
    startedAt: createdAt,
    startedBy: createdBy,
    finishedAt,
  };
}

function secondsLeft(left: number, doneSince: number, ms: number): number | null {
  if (left <= 0) return 0;
  return doneSince === 0 ? null : Math.ceil((left * ms) / doneSince / 1000);
}
