import { listChanges, streamChanges } from '@latchkey/shared/api/changes';
import { ok } from '@latchkey/shared/result';
import type { AuditReads } from '../audit/audit-repository.ts';
import type { Mount } from '../http/call.ts';
import { changeOf } from './change-lines.ts';
import type { ChangeFeed } from './change-feed.ts';

const linesAtOnce = 500;

/** What changed: asked for, or as it happens. */
export function mountChanges(
  mount: Mount,
  { audit, feed }: { readonly audit: AuditReads; readonly feed: ChangeFeed },
): void {
  mount(listChanges, async ({ query }) => {
    const sequence = await audit.latestSequence();
    const lines = await audit.after(Number(query.after ?? 0), linesAtOnce);
    return ok({ changes: lines.map(changeOf), sequence });
  });

  mount(streamChanges, ({ query, lastEventId, operator, session, signal }) => {
    const resumed = lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? lastEventId : query.after;
    const after = resumed === undefined ? undefined : Number(resumed);
    return feed.listen({ session, operatorId: `${operator.tenantId}/${operator.objectId}`, after, signal });
  });
}
