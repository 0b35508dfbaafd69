import { keepsPassword } from '@latchkey/shared/invitations/method';
import type { AuditActor } from '../audit/audit-repository.ts';
import { candidateOfInvitation } from '../connections/with-candidate.ts';
import { removePassword } from '../passwords/remove-password.ts';
import type { Transaction } from '../storage/store.ts';
import { dropCandidate } from '../validation/take-place.ts';
import type { Invitation } from './invitation-repository.ts';

interface Closed {
  /** The connection that went with it. */
  readonly connectionRemoved: string | null;
  readonly candidateRemoved: boolean;
}

/**
 * What hangs on an invitation that is over before its end: open starts are closed and forget what they sealed, its short name is free,
 * what its consent sealed is deleted. Mails that wait, tickets and the visits of guests ask for its status themselves.
 */
export async function closeInvitation(
  tx: Transaction,
  invitation: Invitation,
  why: {
    readonly reason: 'cancelled' | 'superseded';
    readonly now: Date;
    readonly actor: AuditActor;
    readonly requestId: string | null;
  },
): Promise<Closed> {
  const { now, ...rest } = why;
  const { id, customerId } = invitation;
  const at = now.toISOString();
  await tx.starts.supersedeAll(id, at);
  await tx.shortNames.release(id);
  const candidate = await candidateOfInvitation(tx, invitation);
  if (candidate !== undefined) await dropCandidate(tx, candidate.connectionId, now);
  const connectionRemoved = await removeConnectionOf(tx, id, customerId);
  await removeUnusedPassword(tx, { ...rest, customerId, at });
  return { connectionRemoved, candidateRemoved: candidate !== undefined };
}

/** A connection on which a service of the customer stands is not this invitation's alone, and stays. */
async function removeConnectionOf(tx: Transaction, invitationId: string, customerId: string): Promise<string | null> {
  const connection = await tx.connections.findByInvitation(invitationId);
  if (connection === undefined) return null;
  const service = await tx.services.findOfCustomer(customerId);
  if (service !== undefined) {
    const { invitationId: earlier } = service;
    if (!(await tx.connections.replace({ ...connection, invitationId: earlier }, connection.version)))
      throw new Error('a connection changed under its lock');
    return null;
  }
  await tx.work.dropAll('settle', connection.id);
  await tx.connections.remove(connection.id);
  return connection.id;
}

/** A password stays only where a connection stands on it. */
async function removeUnusedPassword(tx: Transaction, about: Parameters<typeof removePassword>[1]): Promise<void> {
  const connection = await tx.connections.findByCustomer(about.customerId);
  if (connection === undefined || !keepsPassword(connection.method)) await removePassword(tx, about);
}
