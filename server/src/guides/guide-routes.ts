import { checkGuide, readGuide, streamGuideChanges } from '@latchkey/shared/api/guides';
import type { ChangeFeed } from '../changes/change-feed.ts';
import { resumeAfter } from '../changes/change-lines.ts';
import { actorOf, type Mount } from '../http/call.ts';
import type { ChecksGuides } from './check-guide.ts';
import type { ReadsGuides } from './read-guide.ts';

const guestActor = { kind: 'customer', id: null, name: null } as const;

/** The guide of one invitation: for operators, and for the guest of that invitation, whom the mount lets near no other. */
export function mountGuides(
  mount: Mount,
  { guides, checker }: { readonly guides: ReadsGuides; readonly checker: ChecksGuides },
): void {
  mount(readGuide, ({ params }) => guides.read(params.invitationId));
  mount(checkGuide, ({ params, operator, requestId }) =>
    checker.check({
      invitationId: params.invitationId,
      actor: operator === undefined ? guestActor : actorOf(operator),
      requestId,
    }),
  );
}

/** A guest hears of their invitation alone. */
export const mountGuideChanges = (mount: Mount, feed: ChangeFeed): void =>
  mount(streamGuideChanges, ({ query, lastEventId, guest, session, signal }) =>
    feed.listen({
      session,
      operatorId: `guest ${guest.invitationId}`,
      after: resumeAfter(lastEventId, query.after),
      only: guest.invitationId,
      signal,
    }),
  );
