import type { Change } from '@latchkey/shared/api/changes';
import { streamChanges } from '@latchkey/shared/api/changes';
import { streamGuideChanges } from '@latchkey/shared/api/guides';
import { followChanges } from '../server-api/change-stream.ts';
import { activeGuide } from '../session/remembered.ts';
import { credentialFor, forgetCredential } from './credential.ts';

interface Needs {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** The newest sequence that is known. */
  readonly after: () => number;
  readonly onChange: () => void;
}

export interface GuideStream {
  /** Opens the feed if somebody watches and none is open; closes it if nobody does. */
  attend(watched: boolean): Promise<void>;
}

/** The change feed, for as long as a card is on the screen of an open tab. It lives no longer than this worker. */
export function createGuideStream({ fetch: send, now, after, onChange }: Needs): GuideStream {
  let open: { readonly end: AbortController; readonly session: string; readonly invitationId: string } | undefined;

  async function attend(watched: boolean): Promise<void> {
    const active = watched ? await activeGuide.getValue() : null;
    const credential = active === null ? null : await credentialFor(active, now());
    // Of another guide the feed is opened anew: it goes on behind what is known of that one.
    if (open?.session === credential?.session && (!open || open.invitationId === active?.invitationId)) return;
    open?.end.abort();
    open = undefined;
    if (active === null || credential === null) return;
    const mine = { end: new AbortController(), session: credential.session, invitationId: active.invitationId };
    open = mine;
    await followChanges({
      origin: credential.origin,
      session: credential.session,
      feed: credential.kind === 'guest' ? streamGuideChanges : streamChanges,
      after: after(),
      onChange: (change) => concerns(change, active.invitationId) && onChange(),
      onState: () => undefined,
      onSessionEnded: () => void forgetCredential(credential),
      fetch: send,
      signal: mine.end.signal,
    });
    if (open === mine) open = undefined;
  }

  return { attend };
}

/** A connection's changes do not always name the invitation that it came from. */
const concerns = ({ invitationId, connectionId }: Change, ours: string): boolean =>
  invitationId === ours || (invitationId === null && connectionId !== null);
