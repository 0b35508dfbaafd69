import type { Change } from '@latchkey/shared/api/changes';
import { followChanges, type StreamState } from './change-stream.ts';

/** Whose changes: of a session, at the API that gave it. */
export type Source = Pick<Parameters<typeof followChanges>[0], 'origin' | 'session' | 'feed' | 'onSessionEnded'>;

/** Somebody who is told of changes. */
export interface Follower {
  /** The newest sequence that it knows; it is told of all that came behind. Null: of what comes from now on. */
  readonly after: number | null;
  readonly onChange: (change: Change) => void;
  /** How the stream stands, from the first moment on; `ended` is the last word. */
  readonly onState: (state: StreamState) => void;
  readonly signal: AbortSignal;
}

export interface SharedStream {
  follow(source: Source, follower: Follower): void;
}

/** So many changes are told again to whoever comes later; for more than that the server is asked. */
const keptChanges = 500;

/** One change stream of a session for all who follow it: opened for the first, closed behind the last. */
export function createSharedStream(send: typeof fetch): SharedStream {
  const streams = new Map<string, ReturnType<typeof streamOf>>();
  return {
    follow(source, follower) {
      if (follower.signal.aborted) return;
      const { session } = source;
      const stream = streams.get(session) ?? streamOf(source, send, () => streams.delete(session));
      streams.set(session, stream);
      stream.join(follower);
    },
  };
}

function streamOf(source: Source, send: typeof fetch, onOver: () => void) {
  /** And the newest that each was told of. */
  const followers = new Map<Follower, number>();
  let state: StreamState = 'connecting';
  let end: AbortController | undefined;
  let told: readonly Change[] = [];
  /** `told` is all that came behind this; null while that is not known. */
  let behind: number | null = null;

  const tell = (follower: Follower, change: Change): void => {
    if (change.sequence <= (followers.get(follower) ?? Infinity)) return;
    followers.set(follower, change.sequence);
    follower.onChange(change);
  };

  function open(after: number | null): void {
    end?.abort();
    const mine = new AbortController();
    [end, told, behind] = [mine, [], after];
    void followChanges({
      ...source,
      after,
      fetch: send,
      signal: mine.signal,
      onChange(change) {
        told = [...told, change];
        if (told.length > keptChanges) [behind, told] = [told[0]?.sequence ?? null, told.slice(1)];
        for (const follower of followers.keys()) tell(follower, change);
      },
      onState(next) {
        if (mine.signal.aborted) return;
        state = next;
        if (next === 'ended') onOver();
        for (const { onState } of followers.keys()) onState(next);
      },
    });
  }

  return {
    join(follower: Follower): void {
      const { after, signal } = follower;
      followers.set(follower, after ?? told.at(-1)?.sequence ?? behind ?? 0);
      signal.addEventListener(
        'abort',
        () => {
          followers.delete(follower);
          if (followers.size > 0) return;
          end?.abort();
          onOver();
        },
        { once: true },
      );
      // Whoever knows less than is kept here has it told by the server, by the one stream that there is.
      if (end === undefined || (after !== null && (behind === null || after < behind))) return open(after);
      follower.onState(state);
      for (const change of told) tell(follower, change);
    },
  };
}
