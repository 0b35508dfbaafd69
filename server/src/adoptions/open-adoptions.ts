import {
  cancelAdoption,
  checkAdoption,
  listAdoptions,
  readAdoptionResult,
  startAdoption,
} from '@latchkey/shared/api/adoptions';
import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { err, ok } from '@latchkey/shared/result';
import { en } from '@latchkey/shared/words/en';
import { actorOf, type Mount } from '../http/call.ts';
import { createImportKeeper } from '../invitation-imports/import-keeper.ts';
import type { Made } from '../invitation-imports/import-repository.ts';
import { createImportWorker } from '../invitation-imports/import-worker.ts';
import { importView } from '../invitation-imports/open-imports.ts';
import { describeFault, type Log } from '../log/log.ts';
import { findNewestProfile } from '../permissions/find-profile.ts';
import type { Job } from '../work/run-work.ts';
import { adopts, type AdoptSettings } from './adopt-tenant.ts';
import { adoptionResult } from './adoption-result.ts';

/** Lists of tenants that have consented already: what is asked about them, and what runs beside the answers. */
export function openAdoptions({ log, ...settings }: AdoptSettings & { readonly log: Log }) {
  const { store, now } = settings;
  const kind = 'adoptions';
  const adoptions = createImportKeeper({
    kind,
    store,
    viewOf: (one, progress) => ({ ...importView(one, progress), unproved: progress.unproved }),
    resultOf: (one, rows) => adoptionResult(one, rows, en),
    now,
  });
  const worker = createImportWorker({
    kind,
    store,
    make: adopts(settings),
    // What keep-adoption.ts keeps with the ticket.
    readMade: (response) => response as Made,
    imports: adoptions,
    onFault: (error) => log.event('work.failed', { kind, ...describeFault(error) }),
    now,
  });
  return {
    mountOn(mount: Mount): void {
      mount(checkAdoption, async ({ body: { csv } }) => ok(await adoptions.check(csv)));
      mount(startAdoption, async ({ body: { csv, profileId }, operator, requestId, idempotency }) => {
        const profile = await findNewestProfile(store.read, profileId);
        // Nobody signs in: only what the application carries out by itself can be adopted.
        if (profile === undefined || actsAs(profile) !== 'application') return err('permission_profile_not_found');
        const { id, version } = profile;
        return adoptions.start({ csv, profile: { id, version }, actor: actorOf(operator), requestId, idempotency });
      });
      mount(listAdoptions, async () => ok({ imports: await adoptions.list() }));
      mount(cancelAdoption, ({ params: { importId }, operator, requestId }) =>
        adoptions.cancel({ importId, actor: actorOf(operator), requestId }),
      );
      mount(readAdoptionResult, ({ params }) => adoptions.result(params.importId));
    },
    job: { kind, everyMs: 500, run: worker.work } satisfies Job,
  };
}
