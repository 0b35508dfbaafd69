import type { Change } from '@latchkey/shared/api/changes';
import { streamChanges } from '@latchkey/shared/api/changes';
import { streamGuideChanges } from '@latchkey/shared/api/guides';
import type { SharedStream } from '../server-api/shared-stream.ts';
import { activeGuide } from '../session/remembered.ts';
import { credentialFor, forgetCredential } from './credential.ts';

interface Needs {
  /** An operator's is the one that pages of ours follow as well. */
  readonly stream: SharedStream;
  readonly now: () => number;
  /** The newest sequence that is known. */
  readonly after: () => number;
  readonly onChange: () => void;
  /** The server answers, again or for the first time. */
  readonly onLive: () => void;
}

export interface GuideStream {
  /** Follows the feed if somebody watches, and leaves it if nobody does. */
  attend(watched: boolean): Promise<void>;
}

/** The change feed, for as long as a card is on the screen of an open tab. It lives no longer than this worker. */
export function createGuideStream({ stream, now, after, onChange, onLive }: Needs): GuideStream {
  let open: { readonly end: AbortController; readonly session: string; readonly invitationId: string } | undefined;

  async function attend(watched: boolean): Promise<void> {
    const active = watched ? await activeGuide.getValue() : null;
    const credential = active === null ? null : await credentialFor(active, now());
    // Of another guide it is followed anew: it goes on behind what is known of that one.
    if (open?.session === credential?.session && (!open || open.invitationId === active?.invitationId)) return;
    const before = open;
    open = undefined;
    if (active !== null && credential !== null) {
      const mine = { end: new AbortController(), session: credential.session, invitationId: active.invitationId };
      open = mine;
      const { origin, session, kind } = credential;
      const feed = kind === 'guest' ? streamGuideChanges : streamChanges;
      stream.follow(
        { origin, session, feed, onSessionEnded: () => void forgetCredential(credential) },
        {
          after: after(),
          onChange: (change) => concerns(change, active.invitationId) && onChange(),
          onState(state) {
            if (state === 'live') onLive();
            if (state === 'ended' && open === mine) open = undefined;
          },
          signal: mine.end.signal,
        },
      );
    }
    // Left behind the new one was taken up, so that the same stream serves both.
    before?.end.abort();
  }

  return { attend };
}

/** A connection's changes do not always name the invitation that it came from. */
const concerns = ({ invitationId, connectionId }: Change, ours: string): boolean =>
  invitationId === ours || (invitationId === null && connectionId !== null);
