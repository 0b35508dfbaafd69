import { expect, test } from 'vitest';
import { addSample, sampleAudit, sampleInvitation, sampleMail } from '../storage/store-samples.ts';
import type { Store, Transaction } from '../storage/store.ts';
import type { InvitationMail } from './invitation-mail-repository.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();

/** What every InvitationMailRepository and InvitationMailQueue must do. */
export function describeInvitationMailRepository(open: () => Promise<Store>): void {
  const change = <T>(store: Store, work: (tx: Transaction) => Promise<T>) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit({ action: 'invitation.mail_queued' }));
      return work(tx);
    });
  const owing = async (...mails: readonly InvitationMail[]): Promise<Store> => {
    const store = await open();
    await store.transact((tx) => addSample(tx, 1));
    await store.transact((tx) => addSample(tx, 2));
    for (const mail of mails) await change(store, (tx) => tx.invitationMails.add(mail));
    return store;
  };
  const claim = (store: Store, minute: number) =>
    store.mailQueue.claim({ now: at(minute), leasedUntil: at(minute + 5), limit: 10 });

  test('a mail is kept whole; of those with the same key there is one', async () => {
    const failure = { fault: 'refused', code: 550, at: at(3) } as const;
    const whole = sampleMail(1, { onceKey: 'once', kind: 'reminder', state: 'failed', doneAt: at(3), failure });
    const store = await owing(whole);
    expect(await store.read.invitationMails.listOf(whole.invitationId)).toEqual([whole]);
    const again = await change(store, (tx) => tx.invitationMails.add(sampleMail(2, { onceKey: 'once' })));
    expect([again, (await store.read.invitationMails.listOf(whole.invitationId)).length]).toEqual([false, 1]);
  });

  test('the newest of each invitation is found, and all of one, the newest first', async () => {
    const other = sampleInvitation(2).id;
    const store = await owing(sampleMail(1), sampleMail(3), sampleMail(2, { invitationId: other }));
    const reads = store.read.invitationMails;
    const ids = async (found: Promise<readonly InvitationMail[]>) => (await found).map(({ id }) => Number(id.slice(4)));
    expect((await ids(reads.newestOf([sampleInvitation(1).id, other]))).toSorted()).toEqual([2, 3]);
    expect(await ids(reads.listOf(sampleInvitation(1).id))).toEqual([3, 1]);
    await change(store, (tx) => tx.invitationMails.add(sampleMail(4, { kind: 'result' })));
    expect(await ids(reads.newestOf([sampleInvitation(1).id])), 'a proof is not about the link').toEqual([3]);
    expect(await reads.newestOf([])).toEqual([]);
    expect(await reads.takenOf([other])).toEqual(new Map());
    expect(await reads.takenOf([])).toEqual(new Map());
  });

  test('what is due is claimed by one of many, and by nobody else before the lease is over', async () => {
    const store = await owing(sampleMail(1), sampleMail(9));
    const claims = (await Promise.all([claim(store, 1), claim(store, 1), claim(store, 1)])).flat();
    expect(claims.map(({ id, claims: count }) => [id, count])).toEqual([[sampleMail(1).id, 1]]);
    expect(await claim(store, 5)).toEqual([]);
    expect(await claim(store, 6)).toMatchObject([{ claims: 2 }]);
  });

  test('who has lost the claim can neither finish nor put off; what is put off comes again with its count', async () => {
    const store = await owing(sampleMail(1));
    const [late] = await claim(store, 1);
    const [mine] = await claim(store, 6);
    const failure = { fault: 'not_now', code: 451, at: at(6) } as const;
    const queue = store.mailQueue;
    expect([
      await queue.done(late!, { state: 'sent', at: at(6) }),
      await queue.putOff(late!, { due: at(7), tries: 1, failure }),
      await queue.putOff(mine!, { due: at(7), tries: 1, failure }),
    ]).toEqual([false, false, true]);
    const [again] = await claim(store, 7);
    expect(again).toMatchObject({ tries: 1, failure });
    expect([
      await queue.done(again!, { state: 'sent', at: at(7) }),
      await queue.done(again!, { state: 'sent', at: at(7) }),
    ]).toEqual([true, false]);
    expect(await store.read.invitationMails.listOf(sampleInvitation(1).id)).toMatchObject([
      { state: 'sent', doneAt: at(7) },
    ]);
  });

  test('what waits for an invitation is dropped, and what was sent stays', async () => {
    const store = await owing(sampleMail(1, { state: 'sent' }), sampleMail(2));
    const drop = () => change(store, (tx) => tx.invitationMails.dropWaiting(sampleInvitation(1).id, at(3)));
    expect([await drop(), await drop()]).toEqual([1, 0]);
    expect(await claim(store, 9)).toEqual([]);
    expect(await store.read.invitationMails.listOf(sampleInvitation(1).id)).toMatchObject([
      { state: 'dropped', doneAt: at(3) },
      { state: 'sent' },
    ]);
  });
}
