import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PendingFilter, PendingOrder } from '@latchkey/shared/api/pending-invitations';
import { standingOf } from '@latchkey/shared/invitations/standing';
import type { Words } from '@latchkey/shared/words/words';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import { csvOf } from '../csv/csv.ts';
import type { Store } from '../storage/store.ts';
import { invitationViews } from './invitation-view.ts';
import type { PendingCursor, PendingPlace } from './pending-repository.ts';

interface ExportsPending {
  export(request: {
    readonly filter: PendingFilter;
    readonly order: PendingOrder;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<{ readonly fileName: string; readonly csv: string }>;
}

const pageSize = 500;
type ExportWords = Pick<Words, 'statuses' | 'owners' | 'methods' | 'console'>;

/** The pending invitations as a file, and a line on record of who took it. Nothing of a link is in it. */
export const createPendingExporter = ({
  store,
  words,
  now,
}: {
  readonly store: Store;
  readonly words: ExportWords;
  readonly now: Clock;
}): ExportsPending => ({
  async export({ filter, order, actor, requestId }) {
    const at = now();
    const question = { filter, order, now: at.toISOString() };
    const lines: string[] = [csvOf([Object.values(words.console.pendingPage.export)])];
    let rows = 0;
    for (let after: PendingCursor | null | undefined = null; after !== undefined;) {
      // oxlint-disable-next-line no-await-in-loop -- page by page
      const page: readonly PendingPlace[] = await store.read.pending.list(question, { after, limit: pageSize });
      const invitations = page.map(({ invitation }) => invitation);
      // oxlint-disable-next-line no-await-in-loop
      const views = await invitationViews(store.read, invitations);
      lines.push(csvOf(views.map((view) => cellsOf(view, words, at.getTime()))));
      rows += page.length;
      const last = page.length < pageSize ? undefined : page.at(-1);
      after = last === undefined ? undefined : { key: last.key, id: last.invitation.id };
    }
    const details = { filter, order, rows };
    await store.transact((tx) =>
      tx.audit.append({ at: question.now, action: 'invitations.exported', actor, requestId, details }),
    );
    return { fileName: `latchkey-invitations-${question.now.slice(0, 10)}.csv`, csv: lines.join('') };
  },
});

/** In the order of the columns. */
function cellsOf(view: InvitationView, words: ExportWords, now: number): readonly string[] {
  const { customer, order, method, connection } = view;
  const { verdict = null, cause = null } = connection ?? {};
  const standing = standingOf({ ...view, verdict, cause }, now);
  return [
    customer.fullName,
    customer.tenantId,
    customer.domain ?? '',
    order.shortName,
    view.reference ?? '',
    words.statuses[standing.key],
    words.owners[standing.owner],
    standing.since,
    view.expiresAt,
    method === null ? '' : words.methods[method].title,
    view.createdAt,
    view.createdBy,
  ];
}
