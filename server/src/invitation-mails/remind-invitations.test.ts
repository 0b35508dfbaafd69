import { expect, test } from 'vitest';
import { addSample, sampleAudit, sampleInvitation, sampleLink, sampleMail } from '../storage/store-samples.ts';
import { openTemporaryStore } from '../storage/temporary-store.ts';
import { createReminder } from './remind-invitations.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('whoever stands behind a hundred others who need none is reminded, and so are more than a hundred at once', async () => {
  const { store, close } = await openTemporaryStore();
  const mail = (n: number, onceKey: string | null = null) =>
    sampleMail(onceKey === null ? n : 1000 + n, {
      ...{ invitationId: sampleInvitation(n).id, onceKey, kind: onceKey === null ? 'invitation' : 'reminder' },
      ...{ state: 'sent', doneAt: sampleInvitation(n).createdAt },
    });
  const [neverMailed, reminded, waiting] = [numbers(1, 60), numbers(61, 120), numbers(121, 330)];
  await store.transact(async (tx) => {
    for (const n of [...neverMailed, ...reminded, ...waiting]) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one row after the other
      await addSample(tx, n, { status: 'email_sent', link: sampleLink(n), expiresAt: '2026-11-16T09:00:00.000Z' });
      // oxlint-disable-next-line no-await-in-loop
      if (!neverMailed.includes(n)) await tx.invitationMails.add(mail(n));
      // oxlint-disable-next-line no-await-in-loop
      if (reminded.includes(n)) await tx.invitationMails.add(mail(n, `remind:${sampleInvitation(n).id}:1`));
    }
    await tx.audit.append(sampleAudit({ action: 'invitation.mail_queued' }));
  });
  const remind = createReminder({ store, remindDays: 3, now: () => new Date('2026-11-14T09:00:00.000Z') });
  expect(await remind()).toBe(waiting.length);
  expect(await remind()).toBe(0);
  const remindersOf = async (n: number) =>
    (await store.read.invitationMails.listOf(sampleInvitation(n).id)).filter(({ kind }) => kind === 'reminder').length;
  expect(await Promise.all([1, 60, 61, 120, 121, 330].map(remindersOf))).toEqual([0, 0, 1, 1, 1, 1]);
  await close();
});
