import { closeSession, openSession, readSession } from '@latchkey/shared/api/session';
import { err, ok } from '@latchkey/shared/result';
import type { AuditEntry } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import { actorOf, type Mount, type Operator, type SessionKey } from '../http/call.ts';
import type { Log } from '../log/log.ts';
import type { Store } from '../storage/store.ts';
import type { VerifiesAccessTokens } from './access-token.ts';
import type { KeepsSessions } from './session-keeper.ts';

export interface OperatorRoutes {
  readonly tokens: VerifiesAccessTokens;
  readonly sessions: KeepsSessions;
  readonly store: Store;
  /** Ends the streams that the session holds. */
  readonly endStreams: (key: SessionKey) => void;
  readonly log: Log;
  readonly now: Clock;
}

/** Signing in, looking who is signed in, signing out. The line in the trail comes first: what cannot be recorded does not happen. */
export function mountOperators(mount: Mount, { tokens, sessions, store, endStreams, log, now }: OperatorRoutes): void {
  const record = (action: AuditEntry['action'], operator: Operator, requestId: string) =>
    store.transact((tx) =>
      tx.audit.append({
        at: now().toISOString(),
        action,
        actor: actorOf(operator),
        requestId,
        details: { tenantId: operator.tenantId, role: operator.role },
      }),
    );

  mount(openSession, async ({ bearer, requestId }) => {
    if (bearer === undefined) return err('operator_token_refused');
    const operator = await tokens.verify(bearer);
    if (!operator.ok) {
      log.event('operator.refused', { requestId, reason: operator.error.code });
      return operator;
    }
    await record('session.opened', operator.value, requestId);
    const { session, view } = await sessions.open(operator.value);
    return ok({ session: session.reveal(), view });
  });

  mount(readSession, async ({ session }) => {
    const view = await sessions.view(session);
    return view === undefined ? err('session_ended') : ok(view);
  });

  mount(closeSession, async ({ session, operator, requestId }) => {
    await record('session.closed', operator, requestId);
    await sessions.close(session);
    endStreams(session);
    return ok(undefined);
  });
}
