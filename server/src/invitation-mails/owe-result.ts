import type { AuditActor } from '../audit/audit-repository.ts';
import { mintId } from '../ids.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { Transaction } from '../storage/store.ts';
import { isAboutLink } from './invitation-mail-repository.ts';
import { domainOf } from './queue-mail.ts';

interface By {
  readonly actor: AuditActor;
  readonly requestId: string | null;
  readonly at: string;
}

/**
 * Owes the proof to the address that the link was mailed to, once for each invitation, in the transaction that proves it. Nothing where
 * no mail with the link was ever taken: an address that nobody has answered for is not told who approved what.
 */
export async function oweResult(tx: Transaction, invitation: Invitation, { actor, requestId, at }: By): Promise<void> {
  const mails = await tx.invitationMails.listOf(invitation.id);
  const newest = mails.find((mail) => isAboutLink(mail) && mail.state === 'sent');
  if (newest === undefined) return;
  const id = mintId('mai', new Date(at));
  const isFirst = await tx.invitationMails.add({
    ...newest,
    id,
    kind: 'result',
    state: 'waiting',
    claims: 0,
    tries: 0,
    due: at,
    queuedAt: at,
    queuedBy: actor,
    onceKey: `result:${invitation.id}`,
    doneAt: null,
    failure: null,
  });
  if (!isFirst) return;
  await tx.audit.append({
    at,
    action: 'invitation.mail_queued',
    actor,
    customerId: invitation.customerId,
    invitationId: invitation.id,
    requestId,
    details: { mailId: id, kind: 'result', domain: domainOf(newest.to) },
  });
}
