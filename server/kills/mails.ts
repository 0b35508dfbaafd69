import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { line } from './acknowledged.ts';
import { withDatabase } from './check-database.ts';
import { untilDone } from './until-done.ts';
import { good, invitationOf, type Walk } from './walker.ts';

export interface Order {
  readonly phase: string;
  readonly path: 'mails' | 'renew';
  readonly body: object;
  readonly action: string;
}

const orders: readonly Order[] = [
  { phase: 'mail', path: 'mails', body: {}, action: 'invitation.mail_queued' },
  { phase: 'mail again', path: 'mails', body: {}, action: 'invitation.mail_queued' },
  { phase: 'renew', path: 'renew', body: {}, action: 'invitation.renewed' },
  { phase: 'remind', path: 'mails', body: { kind: 'reminder' }, action: 'invitation.mail_queued' },
];

/** The link by mail, once more, another link, and a reminder: each is owed from the good answer on, whatever dies then. */
export async function sendByMail(here: Walk, id: string): Promise<void> {
  for (const [before, order] of orders.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await owe(here, id, order);
    // oxlint-disable-next-line no-await-in-loop
    await here.client.step('mailed', () => untilMails(here, id, areSent(before + 1)));
  }
}

export async function owe({ client, practice }: Walk, id: string, { phase, path, body, action }: Order): Promise<void> {
  const key = randomUUID();
  await client.step(phase, async () =>
    good(
      await client.call('POST', `/v1/invitations/${id}/${path}`, {
        body: { ...body, to: practice.admin.username },
        key,
        promises: () => [
          { table: 'idempotency', where: { key } },
          { table: 'invitation_mails', where: { invitation_id: id } },
          line(action, { invitation_id: id }),
        ],
      }),
    ),
  );
}

const waitingIsDue = "update invitation_mails set due = ? where state = 'waiting'";

/** Until the mails are as `isSo` says; one that was asked for and is not there is never waited for in vain. */
export const untilMails = (
  here: Walk,
  id: string,
  isSo: (mails: readonly KeptMail[]) => boolean,
  updates: readonly string[] = [],
): Promise<void> =>
  untilDone(here, {
    updates: [...updates, waitingIsDue],
    isDone: async () => {
      await invitationOf(here, id);
      return isSo(mailsOf(here.dataFolder));
    },
    otherwise: 'the mail was not sent',
  });

/** A mail as it is kept. */
interface KeptMail {
  readonly kind: string;
  readonly state: string;
  readonly tries: number;
}

const mailsOf = (dataFolder: string): readonly KeptMail[] =>
  withDatabase(
    dataFolder,
    (database) =>
      database.prepare('select kind, state, tries from invitation_mails').all() as unknown as readonly KeptMail[],
  );

const isSent = ({ state }: KeptMail): boolean => state === 'sent';
/** So many were sent. */
export const areSent = (count: number) => (mails: readonly KeptMail[]) => mails.filter(isSent).length === count;

/** The proof of the approval, which nobody asks for: owed by what proved it. */
export const untilProofIsMailed = (here: Walk, id: string): Promise<void> =>
  here.client.step('mailed', () =>
    untilMails(here, id, (mails) => mails.some((mail) => mail.kind === 'result' && isSent(mail))),
  );

/** The mails of a line: how many were owed, how many of them nobody sent, and under how many ids mails arrived. */
export interface MailCount {
  readonly owed: number;
  readonly unsent: number;
  readonly distinct: number;
}

export function countMails(database: DatabaseSync, messageIds: readonly (string | null)[]): MailCount {
  const rows = database.prepare('select state from invitation_mails').all();
  const unsent = rows.filter(({ state }) => state !== 'sent').length;
  return { owed: rows.length, unsent, distinct: new Set(messageIds).size };
}

/** Each mail that is owed arrived under an id of its own; one that came twice came under the same. */
export const mailFaults = ({ owed, unsent, distinct }: MailCount): readonly string[] => [
  ...(unsent > 0 ? [`${unsent} mails that nobody sent`] : []),
  ...(distinct === owed ? [] : [`${distinct} Message-IDs arrived for ${owed} mails owed`]),
];
