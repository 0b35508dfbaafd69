import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditEntry } from '../src/audit/audit-repository.ts';
import { addSample, sampleAudit, sampleInvitation, sampleMail } from '../src/storage/store-samples.ts';
import { openTemporaryStore, type TemporaryStore } from '../src/storage/temporary-store.ts';
import { withDatabase } from './check-database.ts';
import { findDuplicates } from './check-duplicates.ts';
import { findUnfinished } from './check-end.ts';

/* What is found wrong at the end of an invitation that ran out, was asked about and was renewed. */

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
});
afterEach(() => temporary.close());

const { id: invitationId } = sampleInvitation(1);
const askedAt = '2026-11-20T10:00:00.000Z';
const expired = sampleAudit({ action: 'invitation.expired', invitationId });
const asked = sampleAudit({ action: 'invitation.new_one_asked', invitationId, at: askedAt });
const renewed = sampleAudit({ action: 'invitation.renewed', invitationId, details: { from: 'expired' } });
const asWanted = { lines: [expired, asked, renewed], reminders: 1, newOneAskedAt: askedAt };

async function ended({ lines, reminders, newOneAskedAt }: typeof asWanted): Promise<void> {
  const { store } = temporary;
  await store.transact(async (tx) => {
    await addSample(tx, 1, { newOneAskedAt });
    for (const entry of lines) await tx.audit.append(entry satisfies AuditEntry);
    for (let n = 1; n <= reminders; n += 1) {
      const queuedBy = { kind: 'system', id: null, name: 'Latchkey' } as const;
      await tx.invitationMails.add(sampleMail(n, { kind: 'reminder', queuedBy, onceKey: `remind:${n}` }));
    }
  });
  for (const mail of await store.mailQueue.claim({ now: '2026-11-21', leasedUntil: '2026-11-22', limit: 9 }))
    await store.transact(async (tx) => {
      await tx.invitationMails.done(mail, { state: 'sent', at: '2026-11-21' });
      await tx.audit.append(sampleAudit({ action: 'invitation.mailed', invitationId }));
    });
}

/** Of what only this line is looked at for. */
const unfinished = (): readonly string[] =>
  withDatabase(temporary.folder, (database) => {
    const inAnyCase = findUnfinished(database, 'mailed');
    return findUnfinished(database, 'expired').filter((one) => !inAnyCase.includes(one));
  });
const duplicates = () => withDatabase(temporary.folder, (database) => findDuplicates(database, []));

test('one that expired once, was reminded of once and asked about once is whole', async () => {
  await ended(asWanted);
  expect([unfinished(), duplicates()]).toEqual([[], []]);
});

test('one that expired twice and was asked about twice is found', async () => {
  await ended({ ...asWanted, lines: [expired, expired, asked, asked, renewed] });
  expect(unfinished()).toEqual([
    'the line ended without one line that it expired',
    'the line ended without the moment at which a new one was asked for',
  ]);
  expect(duplicates()).toEqual(['lines that tell the same of one invitation']);
});

test('a second reminder of one link is found', async () => {
  await ended({ ...asWanted, reminders: 2 });
  expect([unfinished(), duplicates()]).toEqual([
    ['the line ended without one reminder that went out by itself'],
    ['reminders by themselves of one link'],
  ]);
});

test('one of which nothing of all that is on record is found, and so is a moment that was put in place of another', async () => {
  await ended({ lines: [asked], reminders: 0, newOneAskedAt: '2026-11-21T10:00:00.000Z' });
  expect(unfinished()).toEqual([
    'the line ended without one reminder that went out by itself',
    'the line ended without one line that it expired',
    'the line ended without the moment at which a new one was asked for',
    'the line ended without one line that it was renewed after that',
  ]);
});
