import type { AuditEntry } from '../audit/audit-repository.ts';
import type { Connection } from '../connections/connection-repository.ts';
import type { Transaction } from '../storage/store.ts';
import { planLook } from './keep-judgement.ts';
import { candidateWork } from './settle-plan.ts';

/**
 * A consent that is proved takes the place of what was there, tokens and all, and nothing is left beside it. To be called in the
 * transaction that keeps the proof.
 */
export async function takePlace(
  tx: Transaction,
  before: Connection,
  proved: Omit<Connection, 'version' | 'tokensVersion'>,
  about: Pick<AuditEntry, 'at' | 'actor' | 'requestId'>,
): Promise<void> {
  const kept =
    (await tx.connections.replace(proved, before.version)) &&
    (await tx.connections.replaceTokens(proved.id, proved, before.tokensVersion));
  if (!kept) throw new Error('a connection changed under its lock');
  await dropCandidate(tx, proved.id, new Date(about.at));
  const { invitationId, method, profile } = before;
  await tx.audit.append({
    ...about,
    action: 'connection.replaced',
    customerId: proved.customerId,
    invitationId: proved.invitationId,
    connectionId: proved.id,
    details: { before: { invitationId, method, profile }, now: { method: proved.method, profile: proved.profile } },
  });
}

/** Deletes a candidate with its tokens, and the looks that were planned at it. True when there was one. */
export async function dropCandidate(tx: Transaction, connectionId: string, now: Date): Promise<boolean> {
  await planLook(tx, connectionId, undefined, now, candidateWork);
  return tx.candidates.remove(connectionId);
}
