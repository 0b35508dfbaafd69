import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { advanced } from './advance.ts';

export interface ExpiresInvitations {
  /** Puts on record what the clock has ended already; gives how many. */
  expire(): Promise<number>;
}

const atOnce = 100;

/** Nobody waits for this: what is past its time cannot be started, whether the row says so yet or not. */
export const createExpiry = ({ store, now }: { readonly store: Store; readonly now: Clock }): ExpiresInvitations => ({
  async expire() {
    const at = now().toISOString();
    const due = await store.read.invitations.pastExpiry(at, atOnce);
    if (due.length === 0) return 0;
    return store.transact(async (tx) => {
      let expired = 0;
      for (const { id } of due) {
        // One transaction, one row after the other.
        // oxlint-disable-next-line no-await-in-loop
        const invitation = await tx.invitations.find(id);
        const next = invitation && advanced(invitation, 'expire', at);
        if (invitation === undefined || next === undefined) continue;
        // oxlint-disable-next-line no-await-in-loop
        if (!(await tx.invitations.replace(next, invitation.version))) continue;
        // oxlint-disable-next-line no-await-in-loop
        await tx.audit.append({
          at,
          action: 'invitation.expired',
          actor: { kind: 'system', id: null, name: 'Latchkey' },
          customerId: invitation.customerId,
          invitationId: id,
          requestId: null,
          details: { from: invitation.status, expiresAt: invitation.expiresAt },
        });
        expired += 1;
      }
      return expired;
    });
  },
});
