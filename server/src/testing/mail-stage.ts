import type { InvitationMailView } from '@latchkey/shared/api/invitation-mails';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { ReceivedMail } from '../../sandbox/mail/mailbox.ts';
import { startLine, type Line } from './line.ts';

/** One server for the invitations by mail of a file: each test begins with none pending, and sees only the mails of its own. */
export function mailStage() {
  let line: Line;
  let before = 0;
  const mailsAfter = async (after: number) =>
    ((await (await fetch(`${line.practice.oracle}/mails?after=${after}`)).json()) as { mails: ReceivedMail[] }).mails;
  const work = () => line.runJob('invitation-mails');
  const to = () => line.practice.admin.username;
  beforeAll(async () => {
    line = await startLine();
  });
  afterAll(() => line.stop());
  beforeEach(async () => {
    line.resetClock();
    const { items } = (await line.call<{ items: { id: string }[] }>('GET', '/v1/invitations')).body;
    for (const { id } of items) await line.call('POST', `/v1/invitations/${id}/cancel`);
    await work();
    before = (await mailsAfter(0)).length;
  });
  return {
    get line() {
      return line;
    },
    /** The customer's administrator. */
    get megan() {
      return to();
    },
    work,
    mails: () => mailsAfter(before),
    send: (id: string, body: object = {}) =>
      line.call<InvitationMailView & { code?: string }>('POST', `/v1/invitations/${id}/mails`, { to: to(), ...body }),
    renew: (id: string, body: object = {}) =>
      line.call<InvitationView & { code?: string }>('POST', `/v1/invitations/${id}/renew`, body),
    newest: async (id: string, call = line.call) =>
      (await call<{ mails: InvitationMailView[] }>('GET', `/v1/invitation-mails?invitations=${id}`)).body.mails[0],
    actionsOf: async (id: string) =>
      (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action).filter((one) => one.includes('mail')),
    linkIn: ({ text }: ReceivedMail) => /^http\S+#\S+$/m.exec(text)?.[0] ?? '',
    /** Days go by for one invitation: everybody's sessions stay. */
    age(id: string, days: number): void {
      const database = new DatabaseSync(join(line.folder, 'latchkey.db'), { timeout: 5_000 });
      const shifted = (column: string) => `${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-${days} days')`;
      database.prepare(`update invitations set ${shifted('expires_at')} where id = ?`).run(id);
      database.prepare(`update invitation_mails set ${shifted('done_at')} where invitation_id = ?`).run(id);
      database.close();
    },
  };
}
