import { raiseAlerts } from '../alerts/raise-alerts.ts';
import type { AuditActor, AuditEntry } from '../audit/audit-repository.ts';
import type { Connection } from '../connections/connection-repository.ts';
import { mintId } from '../ids.ts';
import { advanced } from '../invitations/advance.ts';
import { oweResult } from '../invitation-mails/owe-result.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { keepsPassword } from '@latchkey/shared/invitations/method';
import { removePassword } from '../passwords/remove-password.ts';
import type { Transaction } from '../storage/store.ts';
import type { Judged } from './observe.ts';
import { proves } from './proof.ts';
import { settleWork, type LookWork } from './settle-plan.ts';
import type { Validation } from './validation-repository.ts';

/** Who started a run, and in which request. */
export interface RunContext {
  readonly kind: Validation['kind'];
  readonly actor: AuditActor;
  readonly requestId: string | null;
}

/** The judgement as the audit trail keeps it. */
export const judgementDetails = ({ verdict, lines, upstream }: Judged, connection: Pick<Connection, 'tenantId'>) => ({
  tenantId: connection.tenantId,
  verdict: verdict.verdict,
  evidence: verdict.evidence,
  cause: verdict.cause,
  code: verdict.code,
  correlationId: verdict.correlationId,
  permissions: lines,
  upstream,
});

/** Keeps a run as a row, beside the audit line that tells of it. */
export async function keepValidation(
  tx: Transaction,
  judged: Judged,
  connectionId: string,
  { kind, actor }: RunContext,
  auditSequence: number,
): Promise<Validation> {
  const validation: Validation = {
    id: mintId('val', new Date(judged.at)),
    connectionId,
    at: judged.at,
    kind,
    verdict: judged.verdict,
    permissions: judged.lines,
    upstream: judged.upstream,
    // A customer's account name is not for everybody who may see a validation.
    startedBy: actor.kind === 'customer' ? actor.kind : (actor.name ?? actor.kind),
    auditSequence,
  };
  const { verdict, credentials } = judged;
  await raiseAlerts(tx, { connectionId, verdict, credentials, sequence: auditSequence });
  await tx.validations.add(validation);
  return validation;
}

/** A consented invitation of which everything is proved is complete. Anything less leaves it where it is. */
export async function completeIfProved(
  tx: Transaction,
  judged: Judged,
  invitation: Invitation,
  connection: Pick<Connection, 'id' | 'tenantId'>,
  { actor, requestId }: RunContext,
): Promise<void> {
  if (!proves(judged.verdict, judged.lines)) return;
  const next = advanced(invitation, 'prove', judged.at);
  if (next === undefined) return;
  if (!(await tx.invitations.replace(next, invitation.version)))
    throw new Error('an invitation changed under its lock');
  const entry: AuditEntry = {
    at: judged.at,
    action: 'invitation.authentication_complete',
    actor,
    customerId: invitation.customerId,
    invitationId: invitation.id,
    connectionId: connection.id,
    requestId,
    details: judgementDetails(judged, connection),
  };
  await tx.audit.append(entry);
  await oweResult(tx, next, { actor, requestId, at: judged.at });
  // The connection has a better method, and it is proved: the password has nothing left to do.
  if (!keepsPassword(invitation.method))
    await removePassword(tx, {
      customerId: invitation.customerId,
      reason: 'better_method',
      at: judged.at,
      actor,
      requestId,
    });
}

/** Plans the next look at a young consent, in place of any that was planned. */
export async function planLook(
  tx: Transaction,
  connectionId: string,
  due: Date | undefined,
  now: Date,
  kind: LookWork = settleWork,
): Promise<void> {
  await tx.work.dropAll(kind, connectionId);
  if (due === undefined) return;
  await tx.work.add({ id: mintId('wrk', now), kind, subject: connectionId, due: due.toISOString() });
}
