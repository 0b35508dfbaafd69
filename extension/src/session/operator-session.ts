import { signal, type ReadonlySignal } from '@preact/signals';
import { forgetSession } from './forget-session.ts';
import { keptSession, sessionEnding, type KeptSession } from './remembered.ts';

/** Whether somebody is signed in. `ended`: somebody was, until the server or the clock said no. */
export type OperatorSession =
  | { readonly state: 'signed-in'; readonly kept: KeptSession }
  | { readonly state: 'signed-out'; readonly because: 'ended' | null };

export interface SessionKeeper {
  readonly current: ReadonlySignal<OperatorSession>;
  /** Forgets `session` and all that was learned under it, in every page at once; another one is left alone. */
  forget(session: string | null, because: 'ended' | null): Promise<void>;
  keep(kept: KeptSession): Promise<void>;
}

/** Reads the session of `origin` from memory, and follows what other pages of the extension do with it. */
export async function openSessionKeeper(origin: string, now: () => number): Promise<SessionKeeper> {
  const read = async (): Promise<OperatorSession> => {
    const kept = await keptSession.getValue();
    if (kept !== null && kept.origin === origin && Date.parse(kept.view.endsAt) > now())
      return { state: 'signed-in', kept };
    const over = kept !== null && kept.origin === origin;
    return { state: 'signed-out', because: over ? 'ended' : await sessionEnding.getValue() };
  };
  const current = signal(await read());
  keptSession.watch(() => void read().then((next) => (current.value = next)));
  return {
    current,
    async forget(session, because) {
      await forgetSession(session, because);
      current.value = await read();
    },
    async keep(kept) {
      await sessionEnding.removeValue();
      await keptSession.setValue(kept);
      current.value = await read();
    },
  };
}
