import { mostExportedLines, type AuditFilter, type AuditLineView } from '@latchkey/shared/api/audit';
import type { Words } from '@latchkey/shared/words/words';
import type { Clock } from '../clock.ts';
import { csvOf } from '../csv/csv.ts';
import type { Store } from '../storage/store.ts';
import type { AuditActor, AuditLine } from './audit-repository.ts';
import { lineViews } from './list-audit.ts';

interface ExportsAudit {
  export(request: {
    readonly filter: AuditFilter;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<{ readonly fileName: string; readonly csv: string; readonly rows: number; readonly complete: boolean }>;
}

const pageSize = 500;
type ExportWords = Pick<Words, 'console'>;

/** The trail as a file, and a line on record of who took it. The newest lines, as many as one file holds. */
export const createAuditExporter = ({
  store,
  words,
  now,
}: {
  readonly store: Store;
  readonly words: ExportWords;
  readonly now: Clock;
}): ExportsAudit => ({
  async export({ filter, actor, requestId }) {
    const at = now().toISOString();
    const lines: string[] = [csvOf([Object.values(words.console.auditPage.export)])];
    let [rows, complete] = [0, false];
    for (let before: number | null = null; rows < mostExportedLines && !complete;) {
      // oxlint-disable-next-line no-await-in-loop -- page by page
      const page: readonly AuditLine[] = await store.read.audit.search(filter, { before, limit: pageSize });
      // oxlint-disable-next-line no-await-in-loop
      const views = await lineViews(store.read, page);
      lines.push(csvOf(views.map((view) => cellsOf(view, words))));
      rows += page.length;
      before = page.at(-1)?.sequence ?? null;
      complete = page.length < pageSize;
    }
    await store.transact((tx) =>
      tx.audit.append({ at, action: 'audit.exported', actor, requestId, details: { filter, rows, complete } }),
    );
    return { fileName: `latchkey-audit-${at.slice(0, 10)}.csv`, csv: lines.join(''), rows, complete };
  },
});

/** In the order of the columns. */
function cellsOf(view: AuditLineView, words: ExportWords): readonly string[] {
  const { actions, kinds, outcomes } = words.console.auditPage;
  const { sequence, at, action, outcome, actor, customer, details } = view;
  return [
    String(sequence),
    at,
    actions[action],
    action,
    outcomes[outcome],
    kinds[actor.kind],
    actor.name ?? '',
    actor.id ?? '',
    customer?.fullName ?? '',
    customer?.id ?? '',
    view.invitationId ?? '',
    view.connectionId ?? '',
    view.serviceId ?? '',
    view.requestId ?? '',
    details,
  ];
}
