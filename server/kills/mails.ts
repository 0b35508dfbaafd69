import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import { line } from './acknowledged.ts';
import { withDatabase } from './check-database.ts';
import { Stuck } from './client.ts';
import { good, invitationOf, type Walk } from './walker.ts';

/** The link by mail, and once more: each is owed from the good answer on, whatever dies then. */
export async function sendByMail(here: Walk, id: string): Promise<void> {
  for (const phase of ['mail', 'mail again']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const mailId = await owe(here, id, phase);
    // oxlint-disable-next-line no-await-in-loop
    await here.client.step('mailed', () => untilSent(here, id, mailId));
  }
}

function owe({ client, practice }: Walk, id: string, phase: string): Promise<string> {
  const key = randomUUID();
  return client.step(phase, async () => {
    const mail = good(
      await client.call<InvitationMailView>('POST', `/v1/invitations/${id}/mails`, {
        body: { to: practice.admin.username },
        key,
        promises: ({ body }) => [
          { table: 'invitation_mails', where: { id: body.id, invitation_id: id } },
          { table: 'idempotency', where: { key } },
          line('invitation.mail_queued', { invitation_id: id }),
        ],
      }),
    );
    return mail.id;
  });
}

async function untilSent(here: Walk, id: string, mailId: string): Promise<void> {
  makeDue(here.dataFolder);
  for (let turn = 0; turn < 400; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- its death is noticed by asking
    await invitationOf(here, id);
    if (stateOf(here.dataFolder, mailId) === 'sent') return;
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
  throw new Stuck('the mail was not sent');
}

/** The proof of the approval, which nobody asks for: owed by what proved it. */
export const untilProofIsMailed = (here: Walk, id: string): Promise<void> =>
  here.client.step('mailed', () => untilSent(here, id, proofOf(here.dataFolder, id)));

const proofOf = (dataFolder: string, id: string): string =>
  String(
    withDatabase(dataFolder, (database) =>
      database.prepare("select id from invitation_mails where kind = 'result' and invitation_id = ?").get(id),
    )?.['id'],
  );

const stateOf = (dataFolder: string, mailId: string): unknown =>
  withDatabase(dataFolder, (database) =>
    database.prepare('select state from invitation_mails where id = ?').get(mailId),
  )?.['state'];

/** Minutes go by: what a process that died had claimed is free. */
function makeDue(dataFolder: string): void {
  const database = new DatabaseSync(join(dataFolder, 'latchkey.db'), { timeout: 30_000 });
  database.prepare("update invitation_mails set due = ? where state = 'waiting'").run(new Date().toISOString());
  database.close();
}

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
