import { useSurroundings } from './surroundings.ts';

/** Ends the session at the server, and forgets it here whether or not the server was reached. */
export function useSignOut(): () => Promise<void> {
  const { api, session } = useSurroundings();
  return async () => {
    await api.call('closeSession', {});
    await session.forget(null, null);
  };
}
