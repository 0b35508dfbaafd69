import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Made } from '../src/invitation-imports/import-repository.ts';
import { addSample, sampleAudit, sampleCustomer, sampleInvitation } from '../src/storage/store-samples.ts';
import { openTemporaryStore, type TemporaryStore } from '../src/storage/temporary-store.ts';
import { withDatabase } from './check-database.ts';
import { findDuplicates, orderedIn } from './check-duplicates.ts';
import { findUnfinished } from './check-end.ts';

/* What is found wrong at the end of a list of new customers. */

let temporary: TemporaryStore;
beforeEach(async () => {
  temporary = await openTemporaryStore();
});
afterEach(() => temporary.close());

const list = {
  id: `imp_${'0'.repeat(26)}`,
  kind: 'invitations',
  profile: null,
  createdAt: '2026-11-02T09:00:00.000Z',
  createdBy: { objectId: 'o', name: 'Ada Berg' },
} as const;
const { order, id: invitationId } = sampleInvitation(1);
const { kind: _, ...customer } = order;
const wanted = { ...customer, row: 2, tenant: 'contoso1.example', reference: null };
const created: Made = { outcome: 'created', invitationId, connectionId: null, found: null };
const refused: Made = { ...created, outcome: 'tenant_not_found', invitationId: null };

/** A list of one row, worked off and ended: what was told of the row, and which invitations its lines name. */
async function ended(told: Made | undefined, ...lines: readonly string[]): Promise<void> {
  const { store } = temporary;
  await store.transact(async (tx) => {
    await tx.customers.add(sampleCustomer(1));
    await tx.invitations.add(sampleInvitation(1));
    await tx.shortNames.reserve('contoso1', invitationId);
    await tx.imports.add({ ...list, state: 'running', finishedAt: null }, [wanted]);
    await tx.audit.append(sampleAudit({ action: 'invitation_import.started', details: { importId: list.id } }));
    for (const one of lines) await tx.audit.append(sampleAudit({ requestId: `${list.id}:2`, invitationId: one }));
  });
  const at = '2026-11-02T09:01:00.000Z';
  const [item] = await store.importItems.claim({ kind: 'invitations', now: at, leasedUntil: at, limit: 1 });
  if (told !== undefined) await store.importItems.done(item!, told, at);
  await end();
}

const end = (state: 'done' | 'running' = 'done') =>
  temporary.store.transact(async (tx) => {
    const one = (await tx.imports.find(list.id))!;
    await tx.imports.replace({ ...one, state, finishedAt: state === 'done' ? list.createdAt : null }, one.version);
    const details = { importId: list.id, created: 1, refused: 0 };
    await tx.audit.append(sampleAudit({ action: 'invitation_import.finished', details }));
  });

const unfinished = () => withDatabase(temporary.folder, (database) => findUnfinished(database, 'listed'));
const duplicates = () =>
  withDatabase(temporary.folder, (database) => findDuplicates(database, [], orderedIn['listed']));

test('a list whose row says what was made of it is whole', async () => {
  await ended(created, invitationId);
  expect([unfinished(), duplicates()]).toEqual([[], []]);
});

test('a row that was told as created and of which nothing was made is found', async () => {
  await ended(created);
  expect(unfinished()).toEqual(['the line ended without rows that say what was made of them']);
});

test('a row of which an invitation was made, and which says otherwise, is found', async () => {
  await ended(refused, invitationId);
  expect(unfinished()).toEqual(['the line ended without rows that say what was made of them']);
});

test('a row that somebody began and nobody told of is found', async () => {
  await ended(undefined);
  expect(unfinished()).toEqual([
    'the line ended without a result in each row of a list that was not given up',
    'the line ended without rows that nobody is at any more',
  ]);
});

test('a row of which something was made twice, and a list that ended twice, are found', async () => {
  await ended(created, invitationId, invitationId);
  await end();
  expect(duplicates()).toEqual([
    'lines that tell the same of one invitation',
    'things made of one row of a list',
    'lines that tell the same of one list',
  ]);
});

test('a list that goes on for ever, an invitation without its short name and a short name of nothing are found', async () => {
  await ended(created, invitationId);
  await end('running');
  await temporary.store.transact(async (tx) => {
    await addSample(tx, 2);
    await tx.shortNames.reserve('nothing', null);
  });
  expect(unfinished()).toEqual([
    'the line ended without a short name for each invitation that is not taken back',
    'the line ended without lists that are over',
  ]);
  expect(duplicates()).toEqual(['short names that nothing has', 'lines that tell the same of one list']);
});
