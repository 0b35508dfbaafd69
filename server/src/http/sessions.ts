import type { Result } from '@latchkey/shared/result';
import type { Secret } from '../sealing/secret.ts';
import type { Guest, Operator, SessionKey } from './call.ts';

/** What the HTTP layer needs to know of sessions. */
export interface ChecksSessions {
  /** Whose session this is; using it keeps it from idling out. */
  check(session: Secret): Promise<Result<{ readonly operator: Operator; readonly key: SessionKey }, 'session_ended'>>;
}

/** The same of guests. Their sessions can be told apart by how they begin, so neither is ever looked for among the other. */
export interface ChecksGuests {
  isGuestSession(session: Secret): boolean;
  check(session: Secret): Promise<Result<{ readonly guest: Guest; readonly key: SessionKey }, 'session_ended'>>;
}
