import { ok } from '@latchkey/shared/result';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import { addSample, sampleAudit, sampleCustomer, sampleInvitation } from '../storage/store-samples.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import { createLinkCopier } from './copy-link.ts';
import { makeLink } from './link.ts';

const { linkKeys } = makeTemporaryKeys();
const { id: invitationId } = sampleInvitation(1);
const [first, later] = ['2026-11-02T10:00:00.000Z', '2026-11-02T10:00:01.000Z'];
const { actor } = sampleAudit();

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
  const link = makeLink(linkKeys, invitationId, 1);
  await temporary.store.transact((tx) => addSample(tx, 1, { status: 'ready', method: 'invitation-link', link }));
});
afterEach(() => temporary.close());

const copyAt = (at: string, store: Store = temporary.store, keys = linkKeys) =>
  createLinkCopier({
    ...{ store, linkKeys: keys, publicUrl: 'https://latchkey.northwind.example', now: () => new Date(at) },
    tenants: { find: async () => ok({ tenantId: sampleCustomer(1).tenantId, upstream: [] }) },
  }).copy({ invitationId, actor, requestId: 'req-1' });

const stored = () => temporary.store.read.invitations.find(invitationId);
const showings = async () =>
  (await temporary.store.read.audit.ofInvitation(invitationId)).filter(
    ({ action }) => action === 'invitation.link_shown',
  );

/** As where others store a version first, so many times: each time they do this. */
function slower(times: number, others: () => Promise<unknown>): Store {
  let left = times;
  return {
    ...temporary.store,
    async transact(work) {
      if (left === 0) return temporary.store.transact(work);
      left -= 1;
      const replace = async () => false;
      const late = (tx: Transaction): Transaction => ({ ...tx, invitations: { ...tx.invitations, replace } });
      try {
        return await temporary.store.transact((tx) => work(late(tx)));
      } finally {
        await others();
      }
    },
  };
}

test('of two who copy it for the first time in one moment both get it, and it is copied since the faster one', async () => {
  const fast: Awaited<ReturnType<typeof copyAt>>[] = [];
  const slow = await copyAt(
    later,
    slower(1, async () => fast.push(await copyAt(first))),
  );
  expect(slow).toMatchObject({ ok: true });
  expect(fast).toEqual([slow]);
  expect(await stored()).toMatchObject({ version: 2, link: { version: 1, copiedAt: first } });
  expect((await showings()).map(({ at }) => at)).toEqual([first, later]);
});

test('whoever comes too late twice is told so, and nothing is on record of it', async () => {
  const before = await stored();
  const refused = await copyAt(
    later,
    slower(2, async () => undefined),
  );
  expect(refused).toEqual({ ok: false, error: { code: 'changed_meanwhile' } });
  expect([await stored(), await showings()]).toEqual([before, []]);
});

test('a link whose key is gone is made anew, and that one is copied since now', async () => {
  await copyAt(first);
  const old = await stored();
  const shown = await copyAt(later, temporary.store, makeTemporaryKeys().linkKeys);
  expect(shown).toMatchObject({ ok: true });
  const made = await stored();
  expect(made).toMatchObject({ version: 3, link: { version: 2, copiedAt: later } });
  expect(made?.link?.hash).not.toBe(old?.link?.hash);
});
