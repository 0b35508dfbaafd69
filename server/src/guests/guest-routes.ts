import { closeGuestSession, openGuestSession } from '@latchkey/shared/api/guest-session';
import { ok } from '@latchkey/shared/result';
import type { Clock } from '../clock.ts';
import type { Mount, SessionKey } from '../http/call.ts';
import type { Store } from '../storage/store.ts';
import type { KeepsGuests } from './guest-keeper.ts';
import type { GuideCodes } from './guide-codes.ts';

export interface GuestRoutes {
  readonly codes: GuideCodes;
  readonly guests: KeepsGuests;
  readonly store: Store;
  readonly providerName: string;
  /** Application id of the consent app. */
  readonly appId: string;
  /** Ends the streams that the session holds. */
  readonly endStreams: (key: SessionKey) => void;
  readonly now: Clock;
}

/** Coming as a guest, and leaving. The line in the trail comes first, as with operators. */
export function mountGuests(mount: Mount, routes: GuestRoutes): void {
  const { codes, guests, store, providerName, appId, endStreams, now } = routes;

  mount(openGuestSession, async ({ body, requestId }) => {
    const used = await codes.use(body.code, requestId);
    if (!used.ok) return used;
    const { invitation, customer } = used.value;
    const { session, endsAt } = await guests.open(invitation);
    const tenant = { id: customer.tenantId, domain: customer.domain };
    return ok({ session: session.reveal(), invitationId: invitation.id, providerName, appId, tenant, endsAt });
  });

  mount(closeGuestSession, async ({ guest, session, requestId }) => {
    await store.transact((tx) =>
      tx.audit.append({
        at: now().toISOString(),
        action: 'guest.session_closed',
        actor: { kind: 'customer', id: null, name: null },
        invitationId: guest.invitationId,
        requestId,
      }),
    );
    await guests.close(session);
    endStreams(session);
    return ok(undefined);
  });
}
