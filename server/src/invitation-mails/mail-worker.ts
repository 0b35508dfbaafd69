import type { AuditAction } from '@latchkey/shared/audit/audit-actions';
import type { Clock } from '../clock.ts';
import { advanced } from '../invitations/advance.ts';
import { connectionOf } from '../invitations/connection-of.ts';
import { whyNoLink } from '../invitations/copy-link.ts';
import { shownLink } from '../invitations/link.ts';
import type { MailOutcome, SendsMail } from '../mail/mail.ts';
import { messageIdOf } from '../mail/message-id.ts';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { isAboutLink, type InvitationMail, type LinkMail, type MailFailure } from './invitation-mail-repository.ts';
import type { WritesResults } from './write-result.ts';
import type { WritesLetters } from './write-letter.ts';

export interface MailWorkerSettings {
  readonly store: Pick<Store, 'mailQueue' | 'read' | 'transact'>;
  readonly linkKeys: LinkKeys;
  readonly write: WritesLetters;
  readonly writeResult: WritesResults;
  readonly send: SendsMail;
  readonly from: string;
  readonly publicUrl: string;
  readonly now: Clock;
}

/** Longer than one mail may take, or it would be sent twice at once. */
const leaseMs = 60_000;
const againAfterMs = 60_000;
const atOnce = 4;
/** Each minute for a day; then it is given up where everybody sees it, and can be sent again. */
const mostTries = 1440;
/** What cannot be written by then is not written by itself either. */
const mostWritings = 3;

/** Sends the mails that are owed; gives how many were looked at. */
export function createMailWorker(settings: MailWorkerSettings): () => Promise<number> {
  return async () => {
    const at = settings.now();
    const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
    const claimed = await settings.store.mailQueue.claim({ now: at.toISOString(), leasedUntil, limit: atOnce });
    const delivered = await Promise.allSettled(claimed.map((mail) => deliver(settings, mail)));
    const broken = delivered.find((one) => one.status === 'rejected');
    // One that cannot be sent keeps no other from it; whoever runs this puts the fault into the log.
    if (broken !== undefined) throw broken.reason;
    return claimed.length;
  };
}

/** One mail. It has the same Message-ID at each try, on whichever instance, before and after a crash. */
async function deliver(settings: MailWorkerSettings, mail: InvitationMail): Promise<void> {
  const { store, send, from, publicUrl, now } = settings;
  let letter: Written | undefined;
  try {
    letter = await stillMeant(settings, mail);
  } catch (error) {
    await note(settings, mail, { taken: false, fault: 'not_written', code: null });
    throw error;
  }
  if (letter === undefined)
    return void (await store.mailQueue.done(mail, { state: 'dropped', at: now().toISOString() }));
  const messageId = messageIdOf([publicUrl, mail.id], from);
  await note(settings, mail, await send({ to: mail.to, messageId, ...letter }));
}

type Written = Awaited<ReturnType<WritesLetters>>;

/** The letter; undefined once there is nothing to say. */
const stillMeant = (settings: MailWorkerSettings, mail: InvitationMail): Promise<Written | undefined> =>
  isAboutLink(mail) ? linkLetter(settings, mail) : settings.writeResult(mail);

/** Undefined once the invitation was answered, ended or renewed: its link would lead nowhere. */
async function linkLetter(
  { store, linkKeys, write, now }: MailWorkerSettings,
  { invitationId, linkVersion, kind, language }: LinkMail,
): Promise<Written | undefined> {
  const invitation = await store.read.invitations.find(invitationId);
  const customer = invitation && (await store.read.customers.find(invitation.customerId));
  if (invitation === undefined || customer === undefined || invitation.link?.version !== linkVersion) return undefined;
  if (whyNoLink(invitation, await connectionOf(store.read, invitation), now()) !== undefined) return undefined;
  const shown = shownLink(linkKeys, invitationId, invitation.link);
  return shown && write({ invitation, customer, kind, language, shown });
}

type Outcome = MailOutcome | { readonly taken: false; readonly fault: 'not_written'; readonly code: null };

async function note(settings: MailWorkerSettings, mail: InvitationMail, outcome: Outcome): Promise<void> {
  const { store, now } = settings;
  const at = now();
  if (outcome.taken) return tell(settings, mail, { action: 'invitation.mailed', at });
  const failure = { fault: outcome.fault, code: outcome.code, at: at.toISOString() };
  // Tries at a mail server that was away are none at writing.
  const most = outcome.fault === 'not_written' && mail.failure?.fault === 'not_written' ? mostWritings : mostTries;
  const isGivenUp = outcome.fault === 'refused' || mail.tries + 1 >= most;
  // Each minute the same is no news: the count is kept with the mail, the trail has when it began and when it changed.
  const isNews = isGivenUp || mail.failure?.fault !== failure.fault;
  if (isNews) return tell(settings, mail, { action: 'invitation.mail_failed', at, failure, isGivenUp });
  await store.mailQueue.putOff(mail, { due: dueAfter(at), tries: mail.tries + 1, failure });
}

const dueAfter = (at: Date): string => new Date(at.getTime() + againAfterMs).toISOString();

interface End {
  readonly action: Extract<AuditAction, 'invitation.mailed' | 'invitation.mail_failed'>;
  readonly at: Date;
  readonly failure?: MailFailure;
  readonly isGivenUp?: boolean;
}

/** What became of it, the invitation's status and the line: in one transaction. Who has lost the claim notes nothing. */
async function tell({ store }: MailWorkerSettings, mail: InvitationMail, end: End): Promise<void> {
  await store.transact(async (tx) => {
    const { failure, isGivenUp = false, at } = end;
    const isMine =
      failure === undefined || isGivenUp
        ? await tx.invitationMails.done(mail, {
            state: failure === undefined ? 'sent' : 'failed',
            at: at.toISOString(),
            ...(failure && { failure }),
          })
        : await tx.invitationMails.putOff(mail, { due: dueAfter(at), tries: mail.tries + 1, failure });
    if (isMine) await moveInvitation(tx, mail, end);
  });
}

/** Sending moves an invitation only as the table allows: who has opened it already stays there. */
async function moveInvitation(tx: Transaction, mail: InvitationMail, { action, at, failure, isGivenUp }: End) {
  const invitation = await tx.invitations.find(mail.invitationId);
  if (invitation === undefined) throw new Error('a mail is owed about an invitation that is not there');
  const event = failure === undefined ? 'send' : 'send_failed';
  const next = advanced(invitation, event, at.toISOString());
  // A proof that is mailed moves nothing: where the invitation stands was decided by what was proved.
  const isCurrent = isAboutLink(mail) && invitation.link?.version === mail.linkVersion;
  if (
    next !== undefined &&
    next !== invitation &&
    isCurrent &&
    !(await tx.invitations.replace(next, invitation.version))
  )
    throw new Error('an invitation changed under its transaction');
  await tx.audit.append({
    at: at.toISOString(),
    action,
    actor: { kind: 'system', id: null, name: 'Latchkey' },
    customerId: invitation.customerId,
    invitationId: invitation.id,
    requestId: null,
    details: {
      mailId: mail.id,
      kind: mail.kind,
      tries: mail.tries + 1,
      ...(failure && { fault: failure.fault, code: failure.code, givenUp: isGivenUp ?? false }),
    },
  });
}
