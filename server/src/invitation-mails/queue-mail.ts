import type { MailKind } from '@latchkey/shared/mail/mail-kind';
import type { CustomerLanguage } from '@latchkey/shared/words/customer-language';
import type { AuditActor } from '../audit/audit-repository.ts';
import { mintId } from '../ids.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import type { Transaction } from '../storage/store.ts';
import { isAboutLink, type LinkMail } from './invitation-mail-repository.ts';

export interface WantedMail {
  readonly kind: MailKind;
  readonly to: string;
  readonly language: CustomerLanguage;
  readonly actor: AuditActor;
  readonly requestId: string | null;
  readonly at: Date;
  /** Of mails with the same key there is one. */
  readonly onceKey?: string;
}

/**
 * Owes a mail about an invitation, by the link that is good now, with its line. One that waits to say the same to the same address is
 * the one that is owed; what waits for another address is not sent any more. Undefined where its key is taken.
 */
export async function queueMail(
  tx: Transaction,
  { id: invitationId, customerId, link }: Pick<Invitation, 'id' | 'customerId' | 'link'>,
  { kind, to, language, actor, requestId, at: now, onceKey }: WantedMail,
): Promise<LinkMail | undefined> {
  if (link === null) throw new Error('an invitation without a link cannot be mailed');
  const at = now.toISOString();
  const earlier = (await tx.invitationMails.listOf(invitationId))
    .filter(isAboutLink)
    .find(({ state }) => state === 'waiting');
  const isSame = earlier?.to === to && earlier.kind === kind && earlier.linkVersion === link.version;
  const fresh: LinkMail = {
    id: mintId('mai', now),
    invitationId,
    linkVersion: link.version,
    kind,
    to,
    language,
    state: 'waiting',
    claims: 0,
    tries: 0,
    due: at,
    queuedAt: at,
    queuedBy: actor,
    onceKey: onceKey ?? null,
    doneAt: null,
    failure: null,
  };
  if (!isSame) {
    await tx.invitationMails.dropWaiting(invitationId, at);
    if (!(await tx.invitationMails.add(fresh))) return undefined;
  }
  const mail = isSame ? earlier : fresh;
  await tx.audit.append({
    at,
    action: 'invitation.mail_queued',
    actor,
    customerId,
    invitationId,
    requestId,
    details: { mailId: mail.id, kind, linkVersion: link.version, domain: domainOf(to), waited: isSame },
  });
  return mail;
}

/** What the trail keeps of an address: it names no person. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
