import type { PendingBefore } from '@latchkey/shared/api/approve-again';
import { move } from '@latchkey/shared/invitations/status';
import type { AuditActor } from '../audit/audit-repository.ts';
import { serviceOfSameOrder } from '../services/service-of-order.ts';
import type { Reads, Transaction } from '../storage/store.ts';
import { advanced } from './advance.ts';
import { closeInvitation } from './close-invitation.ts';
import type { Invitation } from './invitation-repository.ts';

/** What the newer invitation asks for, always by link. */
interface AskedFor {
  readonly id: string;
  readonly version: number;
}
type PendingReads = Pick<Reads, 'invitations' | 'services'>;

/** What a new invitation that orders nothing new would find. */
export async function readPendingBefore(
  reads: PendingReads,
  customerId: string,
  newer: AskedFor,
): Promise<PendingBefore> {
  const pending = await reads.invitations.findPendingOf([customerId]);
  for (const one of pending) {
    // oxlint-disable-next-line no-await-in-loop -- a customer has one
    if (!(await mayBeReplaced(reads, one, newer))) return 'stays';
  }
  return pending.length === 0 ? 'none' : 'replaceable';
}

/** Nobody has answered it, it asks for something else, and it orders nothing: its service is there. */
async function mayBeReplaced(reads: PendingReads, pending: Invitation, newer: AskedFor): Promise<boolean> {
  if (move(pending.status, 'supersede') === undefined || asksForAsMuch(pending, newer)) return false;
  return (await serviceOfSameOrder(reads, pending)) !== undefined;
}

/** Whoever presses again gets no second one of the same, and nobody is asked for less than before by the same profile. */
const asksForAsMuch = ({ method, profile }: Invitation, newer: AskedFor): boolean =>
  method === 'invitation-link' && profile?.id === newer.id && profile.version >= newer.version;

/**
 * Makes way for an invitation that is made in the same transaction, and gives how many it took the place of. Refused where something
 * stays, and where nobody said that it may be replaced.
 */
export async function replacePending(
  tx: Transaction,
  newer: {
    readonly invitationId: string;
    readonly customerId: string;
    readonly profile: AskedFor;
    readonly isWanted: boolean;
    readonly now: Date;
    readonly actor: AuditActor;
    readonly requestId: string;
  },
  refuse: (code: 'customer_has_invitation') => Error,
): Promise<number> {
  const { customerId, profile, isWanted } = newer;
  const found = await readPendingBefore(tx, customerId, profile);
  if (found === 'none') return 0;
  if (found === 'stays' || !isWanted) throw refuse('customer_has_invitation');
  const pending = await tx.invitations.findPendingOf([customerId]);
  for (const one of pending) {
    // oxlint-disable-next-line no-await-in-loop -- a customer has one
    if (!(await supersede(tx, one, newer))) throw refuse('customer_has_invitation');
  }
  return pending.length;
}

/** The link is worthless at once, and says why; who is on the way back from Microsoft comes too late. False when somebody was faster. */
async function supersede(
  tx: Transaction,
  pending: Invitation,
  by: Parameters<typeof replacePending>[1],
): Promise<boolean> {
  const { now, actor, requestId } = by;
  const at = now.toISOString();
  const next = advanced(pending, 'supersede', at);
  if (next === undefined || !(await tx.invitations.replace(next, pending.version))) return false;
  await closeInvitation(tx, pending, { reason: 'superseded', now, actor, requestId });
  await tx.audit.append({
    at,
    action: 'invitation.superseded',
    actor,
    customerId: pending.customerId,
    invitationId: pending.id,
    requestId,
    details: { from: pending.status, replacedBy: by.invitationId },
  });
  return true;
}
