import {
  cancelImport,
  checkImport,
  listImports,
  readImportResult,
  startImport,
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
import { createImportWorker } from './import-worker.ts';

interface Settings {
  readonly store: Store;
  readonly creator: CreatesInvitations;
  readonly log: Log;
  readonly now: Clock;
}

/** Lists of new customers: what is asked about them, and what runs beside the answers. */
export function openImports({ store, creator, log, now }: Settings) {
  const imports = createImportKeeper({ store, words: en, now });
  const onFault = (error: unknown) => log.event('work.failed', { kind: 'imports', ...describeFault(error) });
  return {
    mountOn(mount: Mount): void {
      mount(checkImport, async ({ body: { csv } }) => ok(await imports.check(csv)));
      mount(startImport, ({ body: { csv }, operator, requestId, idempotency }) =>
        imports.start({ csv, actor: actorOf(operator), requestId, idempotency }),
      );
      mount(listImports, async () => ok({ imports: await imports.list() }));
      mount(cancelImport, ({ params: { importId }, operator, requestId }) =>
        imports.cancel({ importId, actor: actorOf(operator), requestId }),
      );
      mount(readImportResult, ({ params }) => imports.result(params.importId));
    },
    job: {
      kind: 'imports',
      everyMs: 500,
      run: createImportWorker({ store, creator, imports, onFault, now }).work,
    } satisfies Job,
  };
}
