import type { Source } from '../server-api/shared-stream.ts';
import { forgetSession } from './forget-session.ts';
import type { KeptSession } from './remembered.ts';

/** The changes that an operator is told of. */
export const sourceOf = ({ origin, session }: KeptSession): Source => ({
  origin,
  session,
  onSessionEnded: (ended) => void forgetSession(ended, 'ended'),
});
