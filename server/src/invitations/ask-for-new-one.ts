import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import type { Invitation } from './invitation-repository.ts';
import { isExpired } from './life.ts';

export interface AsksForNewOnes {
  /** Puts on record that the customer wants a new invitation, once for each time that one expires. */
  ask(invitation: Invitation, requestId: string): Promise<void>;
}

/** When a new one was asked for since it expired: one that was renewed meanwhile, and ran out again, may be asked about again. */
export const newOneAskedSince = ({ newOneAskedAt, expiresAt }: Invitation): string | null =>
  newOneAskedAt !== null && newOneAskedAt >= expiresAt ? newOneAskedAt : null;

/** Who holds a link that is over tells the provider by a press; the invitation itself stays as it is. */
export const createNewOneAsker = ({ store, now }: { readonly store: Store; readonly now: Clock }): AsksForNewOnes => ({
  ask: ({ id }, requestId) =>
    store.transact(async (tx) => {
      const at = now();
      const invitation = await tx.invitations.find(id);
      if (invitation === undefined || !isExpired(invitation, at) || newOneAskedSince(invitation) !== null) return;
      const next = { ...invitation, newOneAskedAt: at.toISOString() };
      // Somebody was faster: whoever looks sees what became of it, and may press again.
      if (!(await tx.invitations.replace(next, invitation.version))) return;
      await tx.audit.append({
        at: next.newOneAskedAt,
        action: 'invitation.new_one_asked',
        actor: { kind: 'customer', id: null, name: null },
        customerId: invitation.customerId,
        invitationId: id,
        requestId,
        details: { expiresAt: invitation.expiresAt },
      });
    }),
});
