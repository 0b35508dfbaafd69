import type { Result } from '@latchkey/shared/result';
import type { Secret } from '../sealing/secret.ts';
import type { Operator, SessionKey } from './call.ts';

/** What the HTTP layer needs to know of sessions. */
export interface ChecksSessions {
  /** Whose session this is; using it keeps it from idling out. */
  check(session: Secret): Promise<Result<{ readonly operator: Operator; readonly key: SessionKey }, 'session_ended'>>;
}
