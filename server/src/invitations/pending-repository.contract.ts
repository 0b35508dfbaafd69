import type { PendingFilter } from '@latchkey/shared/api/pending-invitations';
import { answerDueMs, standingKeys, standingOf } from '@latchkey/shared/invitations/standing';
import { pendingStatuses } from '@latchkey/shared/invitations/status';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import { expect, test } from 'vitest';
import { sampleVerdict } from '../storage/sample-verdict.ts';
import { addSample, sampleConnection, sampleCustomer, sampleLink } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import { invitationViews } from './invitation-view.ts';
import type { Invitation } from './invitation-repository.ts';
import type { PendingCursor, PendingPlace, PendingQuestion } from './pending-repository.ts';

const now = '2026-11-26T12:00:00.000Z';
const from = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
const day = 86_400_000;

const refusal = (code: string, liftedAt: string | null = null): NonNullable<Invitation['refusal']> => ({
  code,
  correlationId: null,
  requestId: null,
  at: from(-day),
  absentAt: null,
  liftedAt,
});

/** Everything by which an invitation can read differently, once with each status. */
const ways: readonly {
  readonly change?: Partial<Invitation>;
  readonly copiedAt?: string;
  readonly verdict?: Partial<Verdict>;
}[] = [
  {},
  { change: { startedAt: from(-answerDueMs) } },
  { change: { startedAt: from(1 - answerDueMs) } },
  { change: { startedAt: from(-day), expiresAt: from(0) } },
  { change: { expiresAt: from(1) } },
  { copiedAt: from(-30_000) },
  { copiedAt: from(-3 * day), change: { startedAt: from(-day), refusal: refusal('AADSTS50105') } },
  { copiedAt: from(-3 * day), change: { expiresAt: from(0) } },
  { change: { expiresAt: from(-day), newOneAskedAt: from(-60_000) } },
  { change: { expiresAt: from(-day), newOneAskedAt: from(-2 * day) } },
  ...['AADSTS50020', 'AADSTS90094', 'AADSTS50105', 'AADSTS700016', 'AADSTS50011', 'AADSTS90033', 'access_denied'].map(
    (code) => ({ change: { refusal: refusal(code) } }),
  ),
  { change: { refusal: refusal('AADSTS90094', from(-60_000)) } },
  { change: { refusal: refusal('AADSTS90094', from(-60_000)), method: 'service-account' } },
  { change: { refusal: refusal('AADSTS50011'), method: 'known-password' } },
  { verdict: { verdict: 'settling', cause: 'propagation' } },
  { verdict: { verdict: 'action_needed', cause: 'permission_one_person' } },
  { verdict: { verdict: 'action_needed', cause: 'tenant_mismatch' } },
  { verdict: { verdict: 'working', cause: 'all_proved' } },
];

/** What every PendingReads must do. */
export function describePendingReads(open: () => Promise<Store>): void {
  const walk = async (store: Store, question: Partial<PendingQuestion>, limit = 100) => {
    const asked = { filter: {}, order: 'waiting', now, ...question } as const;
    const seen: PendingPlace[] = [];
    for (let after: PendingCursor | null | undefined = null; after !== undefined;) {
      const page: readonly PendingPlace[] = await store.read.pending.list(asked, { after, limit });
      seen.push(...page);
      const last = page.at(-1);
      after = last && { key: last.key, id: last.invitation.id };
    }
    return seen.map(({ invitation }) => invitation);
  };
  const ids = (found: readonly Invitation[]) => found.map(({ id }) => id).toSorted();
  const far = { expiresAt: from(9 * day), createdAt: from(-9 * day) };

  test('the database reads an invitation as the rules do, whatever it is', async () => {
    const store = await open();
    await store.transact(async (tx) => {
      let n = 0;
      for (const status of pendingStatuses)
        for (const { change, copiedAt = null, verdict } of ways) {
          n += 1;
          const link = sampleLink(n, { copiedAt });
          await addSample(tx, n, { ...far, status, statusSince: from(-n * 60_000), link, ...change });
          if (verdict !== undefined)
            await tx.connections.add({ ...sampleConnection(n), verdict: { ...sampleVerdict, ...verdict } });
        }
    });
    const all = await walk(store, {});
    expect(all).toHaveLength(pendingStatuses.length * ways.length);
    const views = await invitationViews(store.read, all);
    const standings = views.map((view) => {
      const { verdict = null, cause = null } = view.connection ?? {};
      return { id: view.id, ...standingOf({ ...view, verdict, cause }, Date.parse(now)) };
    });
    for (const status of standingKeys) {
      const expected = standings.filter(({ key }) => key === status).map(({ id }) => id);
      expect([status, ids(await walk(store, { filter: { status } }))]).toEqual([status, expected.toSorted()]);
    }
    const counts = await store.read.pending.counts({ filter: { owner: 'customer' }, now });
    for (const owner of ['provider', 'customer', 'microsoft', 'nobody'] as const) {
      const expected = standings.filter((one) => one.owner === owner).map(({ id }) => id);
      expect([owner, ids(await walk(store, { filter: { owner } }))]).toEqual([owner, expected.toSorted()]);
      expect([owner, counts[owner]]).toEqual([owner, expected.length]);
    }
    const since = standings.map((one) => one.since).toSorted();
    expect(since).toEqual((await walk(store, {})).map(({ id }) => standings.find((one) => one.id === id)?.since));
    const ours = (await walk(store, { order: 'owner' })).map(({ id }) => standings.find((one) => one.id === id)?.owner);
    expect(ours.lastIndexOf('provider')).toBe(counts.provider - 1);
  });

  const few = async (): Promise<Store> => {
    const store = await open();
    await store.transact(async (tx) => {
      await addSample(tx, 1, { ...far, statusSince: from(-4 * day), status: 'ready' });
      await addSample(tx, 2, { ...far, statusSince: from(-2 * day), status: 'opened', reference: '100%_PO' });
      await addSample(tx, 3, { ...far, statusSince: from(-day), status: 'consented', expiresAt: from(-day) });
      await addSample(tx, 4, { ...far, statusSince: from(-day), status: 'opened', expiresAt: from(day) });
      await addSample(tx, 5, { ...far, statusSince: from(-5 * day), status: 'cancelled' });
    });
    return store;
  };
  const numbers = (found: readonly Invitation[]) => found.map(({ id }) => Number(id.slice(-2)));

  const orders = [
    ['owner', [1, 3, 2, 4]],
    ['waiting', [1, 2, 3, 4]],
    ['name', [1, 2, 3, 4]],
    ['status', [1, 2, 4, 3]],
    ['expiry', [4, 1, 2, 3]],
  ] as const;

  test('in any order, page by page, each once, and none that is over', async () => {
    const store = await few();
    for (const [order, expected] of orders) {
      expect([order, numbers(await walk(store, { order }))]).toEqual([order, expected]);
      expect([order, numbers(await walk(store, { order }, 1))]).toEqual([order, expected]);
    }
  });

  const filters: readonly (readonly [PendingFilter, readonly number[]])[] = [
    [{ waitingSince: from(-3 * day) }, [1]],
    [{ waitingSince: from(-2 * day) }, [1, 2]],
    [{ expiresBefore: from(2 * day) }, [4]],
    [{ owner: 'customer', waitingSince: from(-2 * day) }, [2]],
    [{ search: 'CONTOSO 002' }, [2]],
    [{ search: '  contoso4.EXAMPLE ' }, [4]],
    [{ search: sampleCustomer(3).tenantId.toUpperCase() }, [3]],
    [{ search: 'contoso' }, [1, 2, 3, 4]],
    [{ search: 'contoso5' }, []],
    [{ search: '0%_p' }, [2]],
    [{ search: '%' }, [2]],
    [{ search: '_' }, [2]],
    [{ search: "' or '1'='1" }, []],
    [{ search: ' ' }, [1, 2, 3, 4]],
  ];

  test('a filter means those of whom it is true, and a search looks for the very text', async () => {
    const store = await few();
    for (const [filter, expected] of filters)
      expect([filter, numbers(await walk(store, { filter }))]).toEqual([filter, expected]);
  });

  test('a new consent beside the connection is what its invitation is about, and no other', async () => {
    const store = await open();
    const { id: connectionId, tenantId: _pinned, ...connection } = sampleConnection(1);
    await store.transact(async (tx) => {
      await addSample(tx, 1, { ...far, status: 'consented' });
      await tx.connections.add({ ...sampleConnection(1), verdict: sampleVerdict });
      await tx.candidates.put({
        ...connection,
        connectionId,
        consentChangedAt: from(-60_000),
        verdict: { ...sampleVerdict, verdict: 'settling', cause: 'propagation' },
        permissions: null,
      });
    });
    expect(await walk(store, { filter: { status: 'settling' } })).toHaveLength(1);
    expect(await walk(store, { filter: { status: 'consented' } })).toEqual([]);
  });
}
