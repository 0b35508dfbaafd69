import { exportAudit, listAudit } from '@latchkey/shared/api/audit';
import { ok } from '@latchkey/shared/result';
import { en } from '@latchkey/shared/words/en';
import type { Clock } from '../clock.ts';
import { actorOf, type Mount } from '../http/call.ts';
import type { Store } from '../storage/store.ts';
import { createAuditExporter } from './export-audit.ts';
import { listLines } from './list-audit.ts';

/** The audit trail, for an Admin: reading leaves no line, taking it away does. */
export function mountAudit(mount: Mount, { store, now }: { readonly store: Store; readonly now: Clock }): void {
  const exporter = createAuditExporter({ store, words: en, now });
  mount(listAudit, async ({ query: { before, ...filter } }) =>
    ok(await listLines(store.read, filter, before === undefined ? null : Number(before))),
  );
  mount(exportAudit, async ({ body: { filter }, operator, requestId }) =>
    ok(await exporter.export({ filter, actor: actorOf(operator), requestId })),
  );
}
