import type { ImportCheck, ImportView } from '@latchkey/shared/api/invitation-imports';
import type { WordsOfImports } from './import-result.ts';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { mintId } from '../ids.ts';
import type { Store } from '../storage/store.ts';
import { checkList } from './check-list.ts';
import type { ImportReads, InvitationImport } from './import-repository.ts';
import { resultFile } from './import-result.ts';

interface Request {
  readonly actor: AuditActor;
  readonly requestId: string;
}
type CancelFault = 'import_not_found' | 'import_over' | 'changed_meanwhile';

export interface KeepsImports {
  check(csv: string): Promise<ImportCheck>;
  start(
    request: Request & { readonly csv: string; readonly idempotency: IdempotencyTicket },
  ): Promise<Result<ImportView, 'import_has_mistakes' | 'changed_meanwhile'>>;
  cancel(request: Request & { readonly importId: string }): Promise<Result<ImportView, CancelFault>>;
  list(): Promise<ImportView[]>;
  result(importId: string): Promise<Result<{ fileName: string; csv: string }, 'import_not_found'>>;
  /** Ends those that have nothing left to do. */
  finish(): Promise<void>;
}

const mostListed = 20;
const system: AuditActor = { kind: 'system', id: null, name: 'Latchkey' };

/** Checks a list, and keeps it once somebody has confirmed it; its invitations are created by the worker. */
export function createImportKeeper({
  store,
  words,
  now,
}: {
  readonly store: Store;
  readonly words: WordsOfImports;
  readonly now: Clock;
}): KeepsImports {
  const view = (one: InvitationImport) => viewOf(store.read.imports, one);
  return {
    async check(csv) {
      const { wanted, mistakes } = await checkList(store.read, csv);
      return { ready: wanted.length, mistakes: mistakes.map((mistake) => ({ ...mistake })) };
    },
    async start({ csv, actor, requestId, idempotency }) {
      const { wanted, mistakes } = await checkList(store.read, csv);
      if (mistakes.length > 0) return err('import_has_mistakes');
      const at = now();
      const fresh = newImport(mintId('imp', at), at.toISOString(), actor);
      return transactOrRefuse<ImportView, 'changed_meanwhile'>(store, async (tx, refuse) => {
        await tx.imports.add(fresh, wanted);
        await tx.audit.append({
          at: fresh.createdAt,
          action: 'invitation_import.started',
          actor,
          requestId,
          details: { importId: fresh.id, rows: wanted.length },
        });
        const started = await viewOf(tx.imports, { ...fresh, total: wanted.length, version: 1 });
        if (!(await tx.idempotency.keep({ ...idempotency, status: 201, response: started, at: fresh.createdAt })))
          throw refuse('changed_meanwhile');
        return started;
      });
    },
    async cancel({ importId, actor, requestId }) {
      const moved = await transactOrRefuse<InvitationImport, CancelFault>(store, async (tx, refuse) => {
        const one = await tx.imports.find(importId);
        if (one === undefined) throw refuse('import_not_found');
        if (one.state !== 'running') throw refuse('import_over');
        const at = now().toISOString();
        const next = { ...one, state: 'cancelled', finishedAt: at } as const;
        if (!(await tx.imports.replace(next, one.version))) throw refuse('changed_meanwhile');
        await tx.audit.append({
          at,
          action: 'invitation_import.cancelled',
          actor,
          requestId,
          details: { importId },
        });
        return next;
      });
      return moved.ok ? ok(await view(moved.value)) : moved;
    },
    list: async () => Promise.all((await store.read.imports.list(mostListed)).map(view)),
    async result(importId) {
      const one = await store.read.imports.find(importId);
      return one === undefined ? err('import_not_found') : ok(await resultFile(store.read, one, words));
    },
    async finish() {
      for (const one of await store.read.imports.findEnded()) {
        // oxlint-disable-next-line no-await-in-loop -- there is one, as a rule
        await finishOne(store, one, now().toISOString());
      }
    },
  };
}

const newImport = (id: string, at: string, actor: AuditActor): Omit<InvitationImport, 'version' | 'total'> => ({
  id,
  state: 'running',
  createdAt: at,
  createdBy: { objectId: actor.id ?? '', name: actor.name ?? '' },
  finishedAt: null,
});

/** Of two instances that see the end one puts it on record. */
const finishOne = (store: Store, one: InvitationImport, at: string): Promise<void> =>
  store.transact(async (tx) => {
    const progress = await tx.imports.progress(one.id);
    if (!(await tx.imports.replace({ ...one, state: 'done', finishedAt: at }, one.version))) return;
    await tx.audit.append({
      at,
      action: 'invitation_import.finished',
      actor: system,
      requestId: null,
      details: { importId: one.id, ...progress },
    });
  });

async function viewOf(imports: Pick<ImportReads, 'progress'>, one: InvitationImport): Promise<ImportView> {
  const { created, refused } = await imports.progress(one.id);
  const { id, state, total, createdAt, createdBy, finishedAt } = one;
  return { id, state, total, created, refused, startedAt: createdAt, startedBy: createdBy.name, finishedAt };
}
