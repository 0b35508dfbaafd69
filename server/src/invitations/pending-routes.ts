import { exportPending, listPending } from '@latchkey/shared/api/pending-invitations';
import { ok } from '@latchkey/shared/result';
import { en } from '@latchkey/shared/words/en';
import type { Clock } from '../clock.ts';
import { actorOf, type Mount } from '../http/call.ts';
import type { Store } from '../storage/store.ts';
import { createPendingExporter } from './export-pending.ts';
import { createPendingLister } from './list-pending.ts';

/** Pending invitations, by who must act and since when. */
export function mountPending(mount: Mount, { store, now }: { readonly store: Store; readonly now: Clock }): void {
  const lister = createPendingLister(store.read, now);
  const exporter = createPendingExporter({ store, words: en, now });
  mount(listPending, ({ query: { order = 'owner', before, ...filter }, operator }) =>
    lister.list({ filter, order }, before, operator.role !== 'Monitor'),
  );
  mount(exportPending, async ({ body: { filter, order = 'owner' }, operator, requestId }) =>
    ok(await exporter.export({ filter, order, actor: actorOf(operator), requestId })),
  );
}
