import { useSurroundings } from './surroundings.ts';

/**
 * Forgets the session in every page, then ends it at the server, whether or not that is reached. In this order: a page that
 * heard of it from the server first would say that the session has ended, as if nobody had asked for it.
 */
export function useSignOut(): () => Promise<void> {
  const { api, session } = useSurroundings();
  return async () => {
    const now = session.current.peek();
    if (now.state === 'signed-out') return;
    const { session: bearer } = now.kept;
    await session.forget(bearer, null);
    await api.call('closeSession', {}, { bearer });
  };
}
