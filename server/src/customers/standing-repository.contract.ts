import type { Verdict } from '@latchkey/shared/validation/verdict';
import { expect, test } from 'vitest';
import { addSample, sampleConnection, sampleCustomer } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import type { Standing, StandingCursor, StandingQuestion } from './standing-repository.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 2, hour)).toISOString();
const now = at(12);

const verdict = (change: Partial<Verdict>): Verdict => ({
  verdict: 'working',
  evidence: 'probe',
  cause: 'all_proved',
  owner: 'nobody',
  checks: [],
  at: at(6),
  settlingUntil: null,
  validUntil: at(18),
  code: null,
  correlationId: null,
  requestId: null,
  ...change,
});

/** By number of the customer: its verdict, and when its sign-in was sealed. Six has no connection. */
const given: readonly (readonly [number, Verdict | null, number])[] = [
  [1, verdict({ at: at(9) }), 4],
  [2, verdict({ verdict: 'action_needed', owner: 'customer', at: at(8) }), 2],
  [3, verdict({ validUntil: at(11), at: at(1) }), 5],
  [4, null, 1],
  [5, verdict({ verdict: 'blocked', owner: 'customer', at: at(7) }), 3],
];

/** What every StandingReads must do. */
export function describeStandingReads(open: () => Promise<Store>): void {
  const opened = async (): Promise<Store> => {
    const store = await open();
    await store.transact(async (tx) => {
      for (const [n, given_, sealed] of given) {
        await addSample(tx, n);
        await tx.connections.add({ ...sampleConnection(n), verdict: given_, sealedAt: at(sealed) });
      }
      await addSample(tx, 6);
    });
    return store;
  };
  const numbers = new Map([1, 2, 3, 4, 5, 6].map((n) => [sampleCustomer(n).id, n]));
  const walk = async (store: Store, question: Partial<StandingQuestion>, limit = 2) => {
    const asked = { filter: {}, order: 'name', now, ...question } as const;
    const seen: (number | undefined)[] = [];
    for (let after: StandingCursor | null | undefined = null; after !== undefined;) {
      const page: readonly Standing[] = (await store.read.standings.list(asked, { after, limit })) ?? [];
      seen.push(...page.map(({ customerId }) => numbers.get(customerId)));
      after = page.at(-1);
    }
    expect(await store.read.standings.count(asked)).toBe(seen.length);
    return seen;
  };

  test.each([
    ['name', [1, 2, 3, 4, 5, 6]],
    ['verdict', [2, 5, 3, 4, 1, 6]],
    ['owner', [3, 4, 2, 5, 1, 6]],
    ['age', [4, 3, 5, 2, 1, 6]],
    ['expiry', [4, 2, 5, 1, 3, 6]],
  ] as const)('by %s, page by page, each customer once', async (order, expected) => {
    const store = await opened();
    expect(await walk(store, { order })).toEqual(expected);
    expect(await walk(store, { order }, 1)).toEqual(expected);
  });

  test.each([
    [{ verdict: 'working' }, [1]],
    [{ verdict: 'unknown' }, [3, 4]],
    [{ verdict: 'degraded' }, []],
    [{ owner: 'customer' }, [2, 5]],
    [{ owner: 'provider' }, [3, 4]],
    [{ checkedBefore: at(8) }, [3, 4, 5]],
    [{ owner: 'customer', checkedBefore: at(8) }, [5]],
    [{ endsBefore: new Date(Date.UTC(2027, 0, 31, 3)).toISOString() }, [2, 4]],
  ] as const)('%j means those of whom it is true now', async (filter, expected) => {
    expect(await walk(await opened(), { filter })).toEqual(expected);
  });

  test('a row says how the connection stands, and of whom has none, that', async () => {
    const store = await opened();
    const rows = await store.read.standings.list({ filter: {}, order: 'name', now }, { after: null, limit: 10 });
    expect(rows?.[1]).toMatchObject({
      fullName: sampleCustomer(2).fullName,
      connection: { id: sampleConnection(2).id, verdict: { verdict: 'action_needed' } },
    });
    expect(rows?.[5]?.connection).toBeNull();
  });

  test('a place that nobody has is told apart from an end', async () => {
    const store = await opened();
    const after = { key: '', customerId: 'cus_x' };
    expect(await store.read.standings.list({ filter: {}, order: 'age', now }, { after, limit: 5 })).toBeUndefined();
  });
}
