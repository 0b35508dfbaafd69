import { listOperators, signOutOperator } from '@latchkey/shared/api/operators';
import type { Cloud } from '@latchkey/shared/clouds/cloud';
import { enterpriseApplicationsLink } from '@latchkey/shared/clouds/portal-links';
import { ok } from '@latchkey/shared/result';
import type { Clock } from '../clock.ts';
import { actorOf, type Mount, type SessionKey } from '../http/call.ts';
import type { Store } from '../storage/store.ts';
import { operatorViews, roleViews } from './list-operators.ts';
import type { KeepsSessions } from './session-keeper.ts';

interface OperatorListRoutes {
  readonly store: Store;
  readonly sessions: KeepsSessions;
  /** Ends the streams that the session holds. */
  readonly endStreams: (key: SessionKey) => void;
  readonly cloud: Cloud;
  /** The application whose app roles are an operator's. */
  readonly apiClientId: string;
  readonly now: Clock;
}

/** Who has signed in with which role, for an Admin; and the end of somebody's sessions. */
export function mountOperatorList(mount: Mount, routes: OperatorListRoutes): void {
  const { store, sessions, endStreams, cloud, apiClientId, now } = routes;
  mount(listOperators, async ({ operator }) =>
    ok({
      operators: await operatorViews(store, sessions, operator.objectId),
      roles: roleViews(),
      application: { appId: apiClientId, portal: enterpriseApplicationsLink(cloud, operator.tenantId) },
    }),
  );

  // The line comes first: what cannot be recorded does not happen.
  mount(signOutOperator, async ({ params: { objectId }, operator, requestId }) => {
    const theirs = (await sessions.alive()).filter((session) => session.objectId === objectId);
    await store.transact((tx) =>
      tx.audit.append({
        at: now().toISOString(),
        action: 'operator.signed_out',
        actor: actorOf(operator),
        requestId,
        details: { objectId, sessions: theirs.length },
      }),
    );
    for (const { key } of theirs) {
      // oxlint-disable-next-line no-await-in-loop -- a handful; each is worthless before the next is looked at
      await sessions.close(key);
      endStreams(key);
    }
    return ok({ ended: theirs.length });
  });
}
