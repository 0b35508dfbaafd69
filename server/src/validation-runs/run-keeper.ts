import type { RunView } from '@latchkey/shared/api/validation-runs';
import { err, type Result } from '@latchkey/shared/result';
import type { AuditAction } from '@latchkey/shared/audit/audit-actions';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { mintId } from '../ids.ts';
import type { Store } from '../storage/store.ts';
import type { Chosen, ValidationRun } from './run-repository.ts';
import { runView } from './run-view.ts';

export interface RunRequest {
  readonly runId: string;
  readonly actor: AuditActor;
  readonly requestId: string;
}

type StartFault = 'validation_run_empty' | 'validation_run_going' | 'changed_meanwhile';
type MoveFault = 'validation_run_not_found' | 'validation_run_move_illegal' | 'changed_meanwhile';
export type RunMove = 'pause' | 'resume' | 'cancel';

export interface KeepsRuns {
  /** Of validations that people start, one is under way at a time. */
  start(request: {
    readonly chosen: Chosen;
    readonly actor: AuditActor;
    readonly requestId: string;
    readonly idempotency: IdempotencyTicket;
  }): Promise<Result<RunView, StartFault>>;
  move(move: RunMove, request: RunRequest): Promise<Result<RunView, MoveFault>>;
  read(id: string): Promise<Result<RunView, 'validation_run_not_found'>>;
  list(): Promise<RunView[]>;
  /** Ends those that have nothing left to do. */
  finish(): Promise<void>;
}

/** Held by the one run of a person's that is under way; given back when it ends. */
const current = 'bulk';
const mostListed = 20;
const system: AuditActor = { kind: 'system', id: null, name: 'Latchkey' };

const moves = {
  pause: { from: ['running'], to: 'paused', action: 'validation_run.paused' },
  resume: { from: ['paused'], to: 'running', action: 'validation_run.resumed' },
  cancel: { from: ['running', 'paused'], to: 'cancelled', action: 'validation_run.cancelled' },
} as const satisfies Record<
  RunMove,
  {
    readonly from: readonly ValidationRun['state'][];
    readonly to: ValidationRun['state'];
    readonly action: AuditAction;
  }
>;

/** Starts, pauses, resumes, cancels and ends validations of many. What they do is done by the worker. */
export function createRunKeeper({ store, now }: { readonly store: Store; readonly now: Clock }): KeepsRuns {
  const view = (run: ValidationRun) => runView(store.read.runs, run, now());
  return {
    async start({ chosen, actor, requestId, idempotency }) {
      const at = now();
      const run = newRun(mintId('run', at), { kind: 'bulk', key: current, at: at.toISOString(), by: actor.name ?? '' });
      return transactOrRefuse<RunView, StartFault>(store, async (tx, refuse) => {
        const total = await tx.runs.add(run, chosen);
        if (total === undefined) throw refuse('validation_run_going');
        if (total === 0) throw refuse('validation_run_empty');
        await tx.audit.append({
          at: run.createdAt,
          action: 'validation_run.started',
          actor,
          requestId,
          details: { runId: run.id, kind: run.kind, total, chosen: chosenDetails(chosen) },
        });
        const started = await runView(tx.runs, { ...run, total, chosen: chosen.choose, version: 1 }, at);
        if (!(await tx.idempotency.keep({ ...idempotency, status: 201, response: started, at: run.createdAt })))
          throw refuse('changed_meanwhile');
        return started;
      });
    },
    async move(move, { runId, actor, requestId }) {
      const { from, to, action } = moves[move];
      const moved = await transactOrRefuse<ValidationRun, MoveFault>(store, async (tx, refuse) => {
        const run = await tx.runs.find(runId);
        if (run === undefined) throw refuse('validation_run_not_found');
        if (!(from as readonly string[]).includes(run.state)) throw refuse('validation_run_move_illegal');
        const at = now().toISOString();
        const next = to === 'cancelled' ? ended(run, to, at) : { ...run, state: to, movedAt: at };
        if (!(await tx.runs.replace(next, run.version))) throw refuse('changed_meanwhile');
        await tx.audit.append({ at, action, actor, requestId, details: { runId } });
        return { ...next, version: run.version + 1 };
      });
      return moved.ok ? { ok: true, value: await view(moved.value) } : moved;
    },
    async read(id) {
      const run = await store.read.runs.find(id);
      return run === undefined ? err('validation_run_not_found') : { ok: true, value: await view(run) };
    },
    list: async () => Promise.all((await store.read.runs.list(mostListed)).map(view)),
    async finish() {
      for (const run of await store.read.runs.findEnded()) {
        // oxlint-disable-next-line no-await-in-loop -- there is one, as a rule
        await finishRun(store, run, now().toISOString());
      }
    },
  };
}

export const newRun = (
  id: string,
  {
    kind,
    key,
    at,
    by,
  }: { readonly kind: ValidationRun['kind']; readonly key: string; readonly at: string; readonly by: string },
): Omit<ValidationRun, 'version' | 'total' | 'chosen'> => ({
  id,
  kind,
  key,
  state: 'running',
  createdAt: at,
  createdBy: by,
  movedAt: at,
  finishedAt: null,
});

/** A nightly run keeps its key: the same night is not begun twice. */
const ended = (run: ValidationRun, state: 'done' | 'cancelled', at: string): ValidationRun => ({
  ...run,
  state,
  key: run.kind === 'bulk' ? null : run.key,
  movedAt: at,
  finishedAt: at,
});

/** Of two instances that see the end one puts it on record. */
const finishRun = (store: Store, run: ValidationRun, at: string): Promise<void> =>
  store.transact(async (tx) => {
    const { counts } = await tx.runs.progress(run.id, at);
    if (!(await tx.runs.replace(ended(run, 'done', at), run.version))) return;
    await tx.audit.append({
      at,
      action: 'validation_run.finished',
      actor: system,
      requestId: null,
      details: { runId: run.id, kind: run.kind, total: run.total, counts },
    });
  });

/** A list may be long; its length is enough for the record, since each validation has a line of its own. */
const chosenDetails = (chosen: Chosen) =>
  chosen.choose === 'list' ? { choose: chosen.choose, customers: chosen.customerIds.length } : { ...chosen };
