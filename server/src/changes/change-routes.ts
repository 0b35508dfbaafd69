import { listChanges, streamChanges } from '@latchkey/shared/api/changes';
import { ok } from '@latchkey/shared/result';
import type { AuditReads } from '../audit/audit-repository.ts';
import type { Mount } from '../http/call.ts';
import { changeOf, resumeAfter } from './change-lines.ts';
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
    const after = resumeAfter(lastEventId, query.after);
    return feed.listen({ session, operatorId: `${operator.tenantId}/${operator.objectId}`, after, signal });
  });
}
