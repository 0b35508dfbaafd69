import type { ImportCheck } from '@latchkey/shared/api/invitation-imports';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { AuditAction } from '@latchkey/shared/audit/audit-actions';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { mintId } from '../ids.ts';
import type { Store } from '../storage/store.ts';
import { checkList } from './check-list.ts';
import type { CustomerImport, ImportKind, ImportProgress, ImportReads, ImportRow } from './import-repository.ts';

interface Request {
  readonly actor: AuditActor;
  readonly requestId: string;
}
type CancelFault = 'import_not_found' | 'import_over' | 'changed_meanwhile';

export interface KeepsImports<View> {
  check(csv: string): Promise<ImportCheck>;
  start(
    request: Request & {
      readonly csv: string;
      readonly profile: CustomerImport['profile'];
      readonly idempotency: IdempotencyTicket;
    },
  ): Promise<Result<View, 'import_has_mistakes' | 'changed_meanwhile'>>;
  cancel(request: Request & { readonly importId: string }): Promise<Result<View, CancelFault>>;
  list(): Promise<View[]>;
  result(importId: string): Promise<Result<{ fileName: string; csv: string }, 'import_not_found'>>;
  /** Ends those that have nothing left to do. */
  finish(): Promise<void>;
}

const mostListed = 20;
const system: AuditActor = { kind: 'system', id: null, name: 'Latchkey' };

const actions = {
  invitations: {
    started: 'invitation_import.started',
    cancelled: 'invitation_import.cancelled',
    finished: 'invitation_import.finished',
  },
  adoptions: { started: 'adoption.started', cancelled: 'adoption.cancelled', finished: 'adoption.finished' },
} as const satisfies Record<ImportKind, Record<string, AuditAction>>;

interface KeeperSettings<View> {
  readonly kind: ImportKind;
  readonly store: Store;
  readonly viewOf: (one: CustomerImport, progress: ImportProgress) => View;
  readonly resultOf: (one: CustomerImport, rows: readonly ImportRow[]) => { fileName: string; csv: string };
  readonly now: Clock;
}

/** Checks a list, and keeps it once somebody has confirmed it; what is made of its rows is made by the worker. */
export function createImportKeeper<View>(settings: KeeperSettings<View>): KeepsImports<View> {
  const { kind, store, resultOf, now } = settings;
  const action = actions[kind];
  const viewed = async (imports: Pick<ImportReads, 'progress'>, one: CustomerImport) =>
    settings.viewOf(one, await imports.progress(one.id));
  const find = async (imports: Pick<ImportReads, 'find'>, id: string) => {
    const one = await imports.find(id);
    return one?.kind === kind ? one : undefined;
  };
  return {
    async check(csv) {
      const { wanted, mistakes } = await checkList(store.read, csv, kind);
      return { ready: wanted.length, mistakes: mistakes.map((mistake) => ({ ...mistake })) };
    },
    async start({ csv, profile, actor, requestId, idempotency }) {
      const { wanted, mistakes } = await checkList(store.read, csv, kind);
      if (mistakes.length > 0) return err('import_has_mistakes');
      const at = now();
      const fresh = { ...newImport(mintId('imp', at), at.toISOString(), actor), kind, profile };
      return transactOrRefuse<View, 'changed_meanwhile'>(store, async (tx, refuse) => {
        await tx.imports.add(fresh, wanted);
        await tx.audit.append({
          at: fresh.createdAt,
          action: action.started,
          actor,
          requestId,
          details: { importId: fresh.id, rows: wanted.length, ...(profile !== null && { profile }) },
        });
        const started = await viewed(tx.imports, { ...fresh, total: wanted.length, version: 1 });
        if (!(await tx.idempotency.keep({ ...idempotency, status: 201, response: started, at: fresh.createdAt })))
          throw refuse('changed_meanwhile');
        return started;
      });
    },
    async cancel({ importId, actor, requestId }) {
      const moved = await transactOrRefuse<CustomerImport, CancelFault>(store, async (tx, refuse) => {
        const one = await find(tx.imports, importId);
        if (one === undefined) throw refuse('import_not_found');
        if (one.state !== 'running') throw refuse('import_over');
        const at = now().toISOString();
        const next = { ...one, state: 'cancelled', finishedAt: at } as const;
        if (!(await tx.imports.replace(next, one.version))) throw refuse('changed_meanwhile');
        await tx.audit.append({
          at,
          action: action.cancelled,
          actor,
          requestId,
          details: { importId },
        });
        return next;
      });
      return moved.ok ? ok(await viewed(store.read.imports, moved.value)) : moved;
    },
    list: async () => {
      const newest = await store.read.imports.list(kind, mostListed);
      return Promise.all(newest.map((one) => viewed(store.read.imports, one)));
    },
    async result(importId) {
      const one = await find(store.read.imports, importId);
      return one === undefined ? err('import_not_found') : ok(resultOf(one, await store.read.imports.rows(importId)));
    },
    async finish() {
      for (const one of await store.read.imports.findEnded(kind)) {
        // oxlint-disable-next-line no-await-in-loop -- there is one, as a rule
        await finishOne(store, one, now().toISOString());
      }
    },
  };
}

const newImport = (id: string, at: string, actor: AuditActor) => ({
  id,
  state: 'running' as const,
  createdAt: at,
  createdBy: { objectId: actor.id ?? '', name: actor.name ?? '' },
  finishedAt: null,
});

/** Of two instances that see the end one puts it on record. */
const finishOne = (store: Store, one: CustomerImport, at: string): Promise<void> =>
  store.transact(async (tx) => {
    const { created, unproved, refused } = await tx.imports.progress(one.id);
    if (!(await tx.imports.replace({ ...one, state: 'done', finishedAt: at }, one.version))) return;
    await tx.audit.append({
      at,
      action: actions[one.kind].finished,
      actor: system,
      requestId: null,
      details: { importId: one.id, created, ...(one.kind === 'adoptions' && { unproved }), refused },
    });
  });
