import {
  cancelImport,
  checkImport,
  listImports,
  readImportResult,
  startImport,
  type ImportView,
} from '@latchkey/shared/api/invitation-imports';
import { ok } from '@latchkey/shared/result';
import { en } from '@latchkey/shared/words/en';
import type { Clock } from '../clock.ts';
import { actorOf, type Mount } from '../http/call.ts';
import type { CreatesInvitations } from '../invitations/create-invitation.ts';
import { describeFault, type Log } from '../log/log.ts';
import type { Store } from '../storage/store.ts';
import type { Job } from '../work/run-work.ts';
import { createImportKeeper } from './import-keeper.ts';
import type { CustomerImport, ImportProgress, Made } from './import-repository.ts';
import { resultFile } from './import-result.ts';
import { createImportWorker, type MakesRow } from './import-worker.ts';

interface Settings {
  readonly store: Store;
  readonly creator: CreatesInvitations;
  readonly log: Log;
  readonly now: Clock;
}

/** Lists of new customers: what is asked about them, and what runs beside the answers. */
export function openImports({ store, creator, log, now }: Settings) {
  const kind = 'invitations';
  const imports = createImportKeeper({
    kind,
    store,
    viewOf: importView,
    resultOf: (one, rows) => resultFile(one, rows, en),
    now,
  });
  const onFault = (error: unknown) => log.event('work.failed', { kind: 'imports', ...describeFault(error) });
  const make = createsOf(creator);
  const worker = createImportWorker({ kind, store, make, readMade: madeInvitation, imports, onFault, now });
  return {
    mountOn(mount: Mount): void {
      mount(checkImport, async ({ body: { csv } }) => ok(await imports.check(csv)));
      mount(startImport, ({ body: { csv }, operator, requestId, idempotency }) =>
        imports.start({ csv, profile: null, actor: actorOf(operator), requestId, idempotency }),
      );
      mount(listImports, async () => ok({ imports: await imports.list() }));
      mount(cancelImport, ({ params: { importId }, operator, requestId }) =>
        imports.cancel({ importId, actor: actorOf(operator), requestId }),
      );
      mount(readImportResult, ({ params }) => imports.result(params.importId));
    },
    job: { kind: 'imports', everyMs: 500, run: worker.work } satisfies Job,
  };
}

/** A row becomes an invitation without a method. */
export const createsOf =
  (creator: CreatesInvitations): MakesRow =>
  async ({ row: _, tenant, reference, language, ...order }, { actor, requestId, idempotency }) => {
    const created = await creator.create({
      tenant,
      reference,
      language,
      days: undefined,
      order: { kind: 'direct-routing', ...order },
      actor,
      requestId,
      idempotency,
    });
    return created.ok ? madeInvitation(created.value) : { refused: created.error.code };
  };

/** Out of the answer that creating an invitation gave. */
export const madeInvitation = (response: unknown): Made => ({
  outcome: 'created',
  invitationId: (response as { readonly id: string }).id,
  connectionId: null,
  found: null,
});

/** A list as it is sent, as far as it has come. */
export function importView(one: CustomerImport, { created, refused }: ImportProgress): ImportView {
  const { id, state, total, createdAt, createdBy, finishedAt } = one;
  return { id, state, total, created, refused, startedAt: createdAt, startedBy: createdBy.name, finishedAt };
}
