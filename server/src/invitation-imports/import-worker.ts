import PQueue from 'p-queue';
import type { Clock } from '../clock.ts';
import type { CreatesInvitations } from '../invitations/create-invitation.ts';
import type { Store } from '../storage/store.ts';
import type { KeepsImports } from './import-keeper.ts';
import type { ImportItem } from './import-repository.ts';

interface WorkerSettings {
  readonly store: Store;
  readonly creator: CreatesInvitations;
  readonly imports: KeepsImports;
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
/** A row that ends the process each time must not keep its list alive for ever. */
const mostClaims = 20;
/** Says nothing about the row: later it may be otherwise. */
const passing: readonly string[] = ['microsoft_unreachable', 'microsoft_throttled', 'changed_meanwhile'];

/** Creates the invitations of confirmed lists, each once, whoever dies in between. */
export function createImportWorker(settings: WorkerSettings): { work(ending: AbortSignal): Promise<void> } {
  const { store, imports, onFault, now } = settings;
  const queue = new PQueue(pace);
  return {
    async work(ending) {
      while (!ending.aborted) {
        const at = now();
        const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
        // oxlint-disable-next-line no-await-in-loop -- no more is claimed than can soon be begun
        const items = await store.importItems.claim({ now: at.toISOString(), leasedUntil, limit: atOnce });
        if (items.length === 0) break;
        for (const item of items)
          // A fault leaves the row to its lease: it is claimed again then.
          void queue.add(() => (ending.aborted ? giveBack(settings, item) : createOne(settings, item))).catch(onFault);
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

async function createOne(settings: WorkerSettings, item: ImportItem): Promise<void> {
  const { store, creator, now } = settings;
  const done = async (outcome: string, invitationId: string | null = null) =>
    void (await store.importItems.done(item, outcome, invitationId, now().toISOString()));
  const before = await madeOf(store, item);
  if (before !== undefined) return done('created', before);
  if (item.claims > mostClaims) return done('internal');
  const one = await store.read.imports.find(item.importId);
  // Cancelled while the row was on its way.
  if (one?.state !== 'running') return giveBack(settings, item);
  const { row: _, tenant, reference, ...order } = item.wanted;
  const created = await creator.create({
    tenant,
    reference,
    order: { kind: 'direct-routing', ...order },
    actor: { kind: 'operator', id: one.createdBy.objectId, name: one.createdBy.name },
    requestId: item.id,
    idempotency: ticketOf(item),
  });
  if (created.ok) return done('created', created.value.id);
  // Whoever held the row before may have created it in this very moment.
  const meanwhile = await madeOf(store, item);
  if (meanwhile !== undefined) return done('created', meanwhile);
  const { code } = created.error;
  const tries = item.tries + 1;
  if (!passing.includes(code) || tries >= mostTries) return done(code);
  const due = new Date(now().getTime() + firstWaitMs * 2 ** item.tries).toISOString();
  await store.importItems.putOff(item, { due, tries });
}

/** Kept in the transaction that creates the invitation: by it a row is created once. No operator has such a name. */
const ticketOf = ({ id, importId }: ImportItem) => ({ key: id, operatorId: `import/${importId}`, fingerprint: id });

async function madeOf(store: Store, item: ImportItem): Promise<string | undefined> {
  const { key, operatorId } = ticketOf(item);
  const kept = await store.read.idempotency.find(key, operatorId);
  return kept === undefined ? undefined : (kept.response as { readonly id: string }).id;
}
