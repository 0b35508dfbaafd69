import type { Configuration } from '@latchkey/shared/api/configuration';
import { effect } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { startClock, type Clock } from '../look/clock.ts';
import { chooseLanguage } from '../look/language.ts';
import { loadSpeech, type CommonWords, type Speech } from '../look/words.ts';
import type { FeedFollower } from '../messaging/feed-line.ts';
import { followWorker } from '../messaging/follow-worker.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { createServerApi, type ServerApi } from '../server-api/server-api.ts';
import { rememberConsole } from './remember-console.ts';
import { exclusively, type Exclusively } from './exclusively.ts';
import { openSessionKeeper, type SessionKeeper } from './operator-session.ts';
import { openPlatform, type Platform } from './platform.ts';
import { apiOrigin, language } from './remembered.ts';

/** What every page of the extension stands on. */
export interface Surroundings {
  readonly api: ServerApi;
  readonly session: SessionKeeper;
  readonly speech: Speech;
  readonly clock: Clock;
  readonly platform: Platform;
  /** Whose Latchkey this is: read without a session. */
  readonly configuration: Resource<Configuration>;
  readonly fetch: typeof fetch;
  /** Tells of the changes at the server, for as long as the operator of now is signed in. */
  readonly follow: (follower: FeedFollower) => void;
  readonly exclusively: Exclusively;
}

/** Reads what is remembered, in one go, and makes the rest of it. */
export async function openSurroundings(english: CommonWords, end: AbortSignal): Promise<Surroundings> {
  const clock = startClock(Date.now, end);
  const [origin, preferred] = await Promise.all([apiOrigin.getValue(), language.getValue()]);
  const [session, speech] = await Promise.all([
    openSessionKeeper(origin, clock.now),
    loadSpeech(chooseLanguage(preferred, navigator.language), english),
  ]);
  const send: typeof fetch = (input, init) => fetch(input, init);
  const api = createServerApi({
    origin,
    session: () => sessionOf(session),
    onSessionEnded: (ended) => void session.forget(ended, 'ended'),
    fetch: send,
  });
  const configuration = createResource(async () => {
    const reply = await api.call('readConfiguration', {});
    if (reply.ok) await rememberConsole(reply.value);
    return reply;
  }, clock.now);
  watchExpiry(session, clock, end);
  return {
    api,
    session,
    speech,
    clock,
    platform: openPlatform(),
    configuration,
    fetch: send,
    follow: followWorker,
    exclusively,
  };
}

/** The opaque session, while somebody is signed in. */
function sessionOf({ current }: SessionKeeper): string | null {
  const now = current.peek();
  return now.state === 'signed-in' ? now.kept.session : null;
}

/** A page left open notices by itself that the session's time is over. */
function watchExpiry(session: SessionKeeper, clock: Clock, end: AbortSignal): void {
  const stop = effect(() => {
    const now = session.current.value;
    if (now.state === 'signed-in' && clock.coarse.value >= Date.parse(now.kept.view.endsAt))
      void session.forget(now.kept.session, 'ended');
  });
  end.addEventListener('abort', stop, { once: true });
}

const SurroundingsContext = createContext<Surroundings | null>(null);
export const SurroundingsProvider = SurroundingsContext.Provider;

/** What this page stands on. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (surroundings === null) throw new Error('A page is drawn without its surroundings.');
  return surroundings;
}
