import PQueue from 'p-queue';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import type { Store } from '../storage/store.ts';
import type { KeepsImports } from './import-keeper.ts';
import type { CustomerImport, ImportItem, ImportKind, Made } from './import-repository.ts';

/** What a row came to, and for how long Microsoft said not to ask again. */
export type RowMade = Made | { readonly refused: string; readonly waitSeconds?: number | null };

/** Makes of a row what its list is for, and keeps the ticket in the same transaction, with what was made as its answer. */
export type MakesRow = (
  wanted: ImportItem['wanted'],
  context: {
    readonly list: CustomerImport;
    readonly actor: AuditActor;
    readonly requestId: string;
    readonly idempotency: IdempotencyTicket;
  },
) => Promise<RowMade>;

interface WorkerSettings {
  readonly kind: ImportKind;
  readonly store: Store;
  readonly make: MakesRow;
  /** What was made, out of the answer that was kept with the ticket. */
  readonly readMade: (response: unknown) => Made;
  readonly imports: Pick<KeepsImports<unknown>, 'finish'>;
  readonly onFault: (error: unknown) => void;
  readonly now: Clock;
}

/** Microsoft is asked once for each row: a few at a time, and so many a second. */
const pace = { concurrency: 4, intervalCap: 10, interval: 1000 };
const atOnce = 20;
const leaseMs = 60_000;
/** So often Microsoft is asked about one row before it is said that it did not answer. */
const mostTries = 6;
const firstWaitMs = 5_000;
/** However long Microsoft says: a list should end while somebody waits for it. */
const longestWaitSeconds = 600;
/** A row that ends the process each time must not keep its list alive for ever. */
const mostClaims = 20;
/** Says nothing about the row: later it may be otherwise. */
const passing: readonly string[] = ['microsoft_unreachable', 'microsoft_throttled', 'changed_meanwhile'];

/** Makes what confirmed lists of one kind are for, of each row once, whoever dies in between. */
export function createImportWorker(settings: WorkerSettings): { work(ending: AbortSignal): Promise<void> } {
  const { kind, store, imports, onFault, now } = settings;
  const queue = new PQueue(pace);
  return {
    async work(ending) {
      while (!ending.aborted) {
        const at = now();
        const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
        // oxlint-disable-next-line no-await-in-loop -- no more is claimed than can soon be begun
        const items = await store.importItems.claim({ kind, now: at.toISOString(), leasedUntil, limit: atOnce });
        if (items.length === 0) break;
        for (const item of items)
          // A fault leaves the row to its lease: it is claimed again then.
          void queue.add(() => (ending.aborted ? giveBack(settings, item) : makeOne(settings, item))).catch(onFault);
        // oxlint-disable-next-line no-await-in-loop
        await queue.onIdle();
      }
      await queue.onIdle();
      await imports.finish();
    },
  };
}

async function giveBack({ store, now }: WorkerSettings, item: ImportItem): Promise<void> {
  await store.importItems.putOff(item, { due: now().toISOString(), tries: item.tries });
}

async function makeOne(settings: WorkerSettings, item: ImportItem): Promise<void> {
  const { store, make, now } = settings;
  const done = async (made: Made) => void (await store.importItems.done(item, made, now().toISOString()));
  const before = await madeOf(settings, item);
  if (before !== undefined) return done(before);
  const list = await store.read.imports.find(item.importId);
  // Cancelled while the row was on its way, or while nobody held it.
  if (list?.state !== 'running') return drop(settings, item);
  if (item.claims > mostClaims) return done(refusal('internal'));
  const made = await make(item.wanted, {
    list,
    actor: { kind: 'operator', id: list.createdBy.objectId, name: list.createdBy.name },
    requestId: item.id,
    idempotency: ticketOf(item),
  });
  if (!('refused' in made)) return done(made);
  // Whoever held the row before may have made it in this very moment.
  const meanwhile = await madeOf(settings, item);
  if (meanwhile !== undefined) return done(meanwhile);
  const tries = item.tries + 1;
  if (!passing.includes(made.refused) || tries >= mostTries) return done(refusal(made.refused));
  const waitMs = Math.max(firstWaitMs * 2 ** item.tries, Math.min(made.waitSeconds ?? 0, longestWaitSeconds) * 1000);
  await store.importItems.putOff(item, { due: new Date(now().getTime() + waitMs).toISOString(), tries });
}

/** Who held the row before, and stalled for longer than the lease, may have made it while we looked; who makes it later tells of it then. */
async function drop(settings: WorkerSettings, item: ImportItem): Promise<void> {
  const { importItems } = settings.store;
  if (!(await importItems.drop(item))) return;
  const made = await madeOf(settings, item);
  if (made !== undefined) await importItems.done(item, made, settings.now().toISOString());
}

const refusal = (outcome: string): Made => ({ outcome, invitationId: null, connectionId: null, found: null });

/** Kept in the transaction that makes something of the row: by it that happens once. No operator has such a name. */
const ticketOf = ({ id, importId }: ImportItem) => ({ key: id, operatorId: `import/${importId}`, fingerprint: id });

async function madeOf({ store, readMade }: WorkerSettings, item: ImportItem): Promise<Made | undefined> {
  const { key, operatorId } = ticketOf(item);
  const kept = await store.read.idempotency.find(key, operatorId);
  return kept === undefined ? undefined : readMade(kept.response);
}
