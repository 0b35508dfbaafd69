import type { AuditActor } from '../audit/audit-repository.ts';
import type { Transaction } from '../storage/store.ts';

/** Why a password is not kept any longer. */
type Reason = 'asked' | 'better_method' | 'switched_to_link' | 'cancelled' | 'superseded' | 'unused';

/** Deletes a customer's password, if there is one, with its line in the trail. True when there was one. */
export async function removePassword(
  tx: Transaction,
  why: {
    readonly customerId: string;
    readonly reason: Reason;
    readonly at: string;
    readonly actor: AuditActor;
    readonly requestId: string | null;
  },
): Promise<boolean> {
  const { customerId, reason, at, actor, requestId } = why;
  if (!(await tx.passwords.remove(customerId))) return false;
  await tx.audit.append({ at, action: 'password.deleted', actor, customerId, requestId, details: { reason } });
  return true;
}
