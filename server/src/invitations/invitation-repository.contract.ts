import { expect, test } from 'vitest';
import { invitationStatuses, pendingStatuses, type InvitationStatus } from '@latchkey/shared/invitations/status';
import type { InvitationMail } from '../invitation-mails/invitation-mail-repository.ts';
import {
  addSample,
  sampleAudit,
  sampleCustomer,
  sampleInvitation,
  sampleLink,
  sampleMail,
} from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import type { Invitation } from './invitation-repository.ts';

/** What every InvitationRepository must do. */
export function describeInvitationRepository(open: () => Promise<Store>): void {
  const addAll = (store: Store, numbers: readonly number[], status: InvitationStatus = 'draft') =>
    store.transact(async (tx) => {
      for (const n of numbers) await addSample(tx, n, { status });
    });
  const move = (store: Store, n: number, status: InvitationStatus, version: number) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      return tx.invitations.replace(sampleInvitation(n, { status }), version);
    });
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const ids = (...numbers: number[]) => numbers.map((n) => sampleInvitation(n).id);

  test('an invitation is found whole, by its id and by what its link leaves behind', async () => {
    const store = await open();
    const copiedAt = '2026-11-02T08:55:00.000Z';
    const link = { version: 2, keyId: 'link-1', hash: 'hash-of-link', typedCodeHash: 'hash-of-code', copiedAt };
    const whole = {
      link,
      method: 'invitation-link',
      profile: { id: 'direct-routing-delegated', version: 1 },
      startedAt: '2026-11-02T09:00:00.000Z',
      reference: 'PO 17',
      newOneAskedAt: '2026-11-20T10:00:00.000Z',
      refusal: {
        code: 'AADSTS90094',
        correlationId: 'c',
        requestId: null,
        at: '2026-11-02T09:00:01.000Z',
        absentAt: null,
        liftedAt: '2026-11-02T09:05:00.000Z',
      },
    } as const;
    await store.transact((tx) => addSample(tx, 1, whole));
    const stored = { ...sampleInvitation(1, whole), version: 1 };
    const { invitations } = store.read;
    expect(await invitations.find(stored.id)).toEqual(stored);
    expect(await invitations.findByLinkHash('hash-of-link')).toEqual(stored);
    expect(await invitations.findByTypedCodeHash('hash-of-code')).toEqual(stored);
    expect([
      await invitations.find('inv_x'),
      await invitations.findByLinkHash(''),
      await invitations.findByTypedCodeHash('hash-of-link'),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test('of many who change the same version exactly one succeeds', async () => {
    const store = await open();
    await addAll(store, [1]);
    const wins = await Promise.all(Array.from({ length: 8 }, () => move(store, 1, 'ready', 1)));
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect((await store.read.invitations.find(sampleInvitation(1).id))?.version).toBe(2);
  });

  test('a version that never was, and an invitation that never was, change nothing', async () => {
    const store = await open();
    await addAll(store, [1]);
    expect([
      await move(store, 1, 'ready', 0),
      await move(store, 1, 'ready', 2),
      await move(store, 7, 'ready', 1),
    ]).toEqual([false, false, false]);
    expect((await store.read.invitations.find(sampleInvitation(1).id))?.status).toBe('draft');
  });

  test('the lists go newest first, page by page, each invitation once', async () => {
    const store = await open();
    await addAll(store, [1, 2, 3, 4, 5]);
    await move(store, 3, 'cancelled', 1);
    const pages = async (which: 'pending' | 'all') => {
      const seen: string[] = [];
      let before: { at: string; id: string } | null = null;
      for (;;) {
        const page = await store.read.invitations.list({ which, before, limit: 2 });
        const last = page.at(-1);
        if (last === undefined) return seen;
        seen.push(...idsOf(page));
        before = { at: last.createdAt, id: last.id };
      }
    };
    expect(await pages('pending')).toEqual(ids(5, 4, 2, 1));
    expect(await pages('all')).toEqual(ids(5, 4, 3, 2, 1));
  });

  test('the totals follow every move, and a move that was lost does not count', async () => {
    const store = await open();
    await addAll(
      store,
      invitationStatuses.map((_, index) => index + 1),
    );
    for (const [index, status] of invitationStatuses.entries()) await move(store, index + 1, status, 1);
    await move(store, 1, 'cancelled', 1);
    expect(await store.read.invitations.count('pending')).toBe(pendingStatuses.length);
    expect(await store.read.invitations.count('all')).toBe(invitationStatuses.length);
    await move(store, 1, 'cancelled', 2);
    expect(await store.read.invitations.count('pending')).toBe(pendingStatuses.length - 1);
  });

  test('the pending ones of some customers are found, and nobody else’s', async () => {
    const store = await open();
    await addAll(store, [1, 2, 3]);
    await move(store, 2, 'onboarded', 1);
    const customers = [1, 2].map((n) => sampleCustomer(n).id);
    expect(idsOf(await store.read.invitations.findPendingOf(customers))).toEqual(ids(1));
    expect(await store.read.invitations.findPendingOf([])).toEqual([]);
  });

  test('those whose time is over are found, unless the table lets them be', async () => {
    const store = await open();
    await addAll(store, [1, 2, 3, 4]);
    await move(store, 2, 'consented', 1);
    await move(store, 3, 'expired', 1);
    const { expiresAt } = sampleInvitation(3);
    expect(idsOf(await store.read.invitations.pastExpiry(expiresAt, 10))).toEqual(ids(1));
    expect(await store.read.invitations.pastExpiry(sampleInvitation(1).createdAt, 10)).toEqual([]);
  });

  test('a link that another took the place of is known as what it was, and opens nothing', async () => {
    const store = await open();
    const link = (n: number) => sampleLink(n, { version: n });
    const copied = { ...link(1), copiedAt: '2026-11-02T08:55:00.000Z' };
    await store.transact((tx) => addSample(tx, 1, { status: 'ready', link: copied }));
    const renew = (n: number, version: number) =>
      store.transact(async (tx) => {
        await tx.audit.append(sampleAudit({ action: 'invitation.renewed' }));
        return tx.invitations.replace(sampleInvitation(1, { status: 'ready', link: link(n) }), version);
      });
    const { invitations } = store.read;
    expect([await invitations.wasLink('link 1'), await invitations.wasTypedCode('code 1')]).toEqual([false, false]);
    expect([await renew(2, 1), await renew(3, 1)]).toEqual([true, false]);
    expect([await invitations.wasLink('link 1'), await invitations.wasTypedCode('code 1')]).toEqual([true, true]);
    expect([await invitations.wasLink('link 2'), await invitations.wasTypedCode('code 3')]).toEqual([false, false]);
    expect(await invitations.findByLinkHash('link 1')).toBeUndefined();
    expect((await invitations.findByLinkHash('link 2'))?.link).toEqual(link(2));
  });

  test('those to remind are found, the soonest end first, page by page: mailed a while ago, and not yet reminded', async () => {
    const store = await open();
    const link = (n: number) => sampleLink(n, { version: 2 });
    const changes: Readonly<Record<number, Partial<Invitation>>> = { 4: { status: 'cancelled' }, 9: { link: null } };
    const add = (n: number) =>
      store.transact((tx) => addSample(tx, n, { status: 'email_sent', link: link(n), ...changes[n] }));
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await add(n);
    const [mailedBy, late] = ['2026-11-02T12:00:00.000Z', '2026-11-02T12:00:00.001Z'];
    const sent = { state: 'sent', linkVersion: 2, doneAt: mailedBy } as const;
    const mails: readonly (readonly [number, Partial<InvitationMail>])[] = [
      [1, { ...sent, state: 'failed' }],
      [1, sent],
      [1, { ...sent, state: 'dropped', doneAt: late }],
      [2, { ...sent, doneAt: late }],
      [3, sent],
      [3, { ...sent, kind: 'reminder', onceKey: `remind:${sampleInvitation(3).id}:2` }],
      [4, sent],
      [5, { ...sent, linkVersion: 1 }],
      [6, sent],
      [6, { ...sent, state: 'waiting', doneAt: null }],
      [7, sent],
      [7, { ...sent, linkVersion: 1, kind: 'reminder', onceKey: `remind:${sampleInvitation(7).id}:1` }],
    ];
    for (const [index, [n, change]] of mails.entries())
      await store.transact(async (tx) => {
        await tx.audit.append(sampleAudit({ action: 'invitation.mail_queued' }));
        await tx.invitationMails.add(sampleMail(index + 1, { invitationId: sampleInvitation(n).id, ...change }));
      });
    const [first, last] = [sampleInvitation(1), sampleInvitation(9)].map(({ expiresAt }) => expiresAt);
    const statuses: readonly InvitationStatus[] = ['email_sent', 'opened'];
    const found = async (change: object = {}) =>
      idsOf(
        await store.read.invitations.toRemind({
          ...{ now: sampleInvitation(1).createdAt, until: last!, mailedBy, statuses, after: null, limit: 10 },
          ...change,
        }),
      );
    expect(await found()).toEqual(ids(1, 7));
    expect(await found({ limit: 1 })).toEqual(ids(1));
    expect(await found({ limit: 1, after: { at: first, id: sampleInvitation(1).id } })).toEqual(ids(7));
    expect([await found({ until: first }), await found({ now: first })]).toEqual([ids(1), ids(7)]);
  });
}
