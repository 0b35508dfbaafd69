import type { Clock } from '../clock.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { isExpired } from '../invitations/life.ts';
import type { TimeCursor } from '../storage/page.ts';
import type { Store } from '../storage/store.ts';
import { queueMail } from './queue-mail.ts';

export interface ReminderSettings {
  readonly store: Store;
  /** Days before the end; 0 for never. */
  readonly remindDays: number;
  readonly now: Clock;
}

const dayMs = 86_400_000;
const atOnce = 100;

/** The customer has the link and has not answered. Whoever declined, or waits for a reviewer, is not pressed. */
const remindable: readonly Invitation['status'][] = [
  'email_sent',
  'opened',
  'signed_in',
  'wrong_tenant',
  'not_allowed',
];

/** Owes a reminder, once for each link, to who was mailed that link more than a day ago; gives how many. */
export const createReminder =
  ({ store, remindDays, now }: ReminderSettings): (() => Promise<number>) =>
  async () => {
    if (remindDays === 0) return 0;
    const at = now();
    let reminded = 0;
    let after: TimeCursor | null = null;
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- page after page, until nobody is due
      const page = await store.read.invitations.toRemind({ ...dueAt(at, remindDays), after, limit: atOnce });
      // oxlint-disable-next-line no-await-in-loop -- one transaction each: what is owed stays, whatever becomes of the next
      for (const { id } of page) reminded += await remind(store, id, now());
      const last: Invitation | undefined = page.at(-1);
      if (last === undefined || page.length < atOnce) return reminded;
      after = { at: last.expiresAt, id: last.id };
    }
  };

const dueAt = (at: Date, remindDays: number) => {
  const inDays = (days: number) => new Date(at.getTime() + days * dayMs).toISOString();
  return { now: at.toISOString(), until: inDays(remindDays), mailedBy: inDays(-1), statuses: remindable };
};

/** Of one link there is one reminder by itself. */
const reminderKey = (invitationId: string, linkVersion: number): string => `remind:${invitationId}:${linkVersion}`;

const remind = (store: Store, invitationId: string, at: Date): Promise<number> =>
  store.transact(async (tx) => {
    const invitation = await tx.invitations.find(invitationId);
    if (invitation === undefined || !remindable.includes(invitation.status) || isExpired(invitation, at)) return 0;
    const mails = (await tx.invitationMails.listOf(invitationId)).filter(
      ({ linkVersion, state }) => linkVersion === invitation.link?.version && state !== 'dropped',
    );
    const [newest] = mails;
    const isQuiet = newest?.doneAt != null && at.getTime() - Date.parse(newest.doneAt) >= dayMs;
    if (newest?.state !== 'sent' || !isQuiet) return 0;
    const onceKey = reminderKey(invitationId, newest.linkVersion);
    if (mails.some((mail) => mail.onceKey === onceKey)) return 0;
    const actor = { kind: 'system', id: null, name: 'Latchkey' } as const;
    const { to, language } = newest;
    const mail = await queueMail(tx, invitation, {
      kind: 'reminder',
      to,
      language,
      actor,
      requestId: null,
      at,
      onceKey,
    });
    return mail === undefined ? 0 : 1;
  });
