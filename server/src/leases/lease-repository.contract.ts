import { expect, test } from 'vitest';
import type { Store } from '../storage/store.ts';

/** What every LeaseRepository must do. */
export function describeLeaseRepository(open: () => Promise<Store>): void {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();

  test('of many who want it at once one has it', async () => {
    const { leases } = await open();
    const got = await Promise.all(
      Array.from({ length: 8 }, (_, n) => leases.acquire({ name: 'con_1', holder: `h${n}`, now: at(0), until: at(1) })),
    );
    expect(got.filter(Boolean)).toHaveLength(1);
  });

  test('it is its holder’s until it is given back or over; another name is another lease', async () => {
    const { leases } = await open();
    const take = (holder: string, minute: number, name = 'con_1') =>
      leases.acquire({ name, holder, now: at(minute), until: at(minute + 2) });
    expect([
      await take('one', 0),
      await take('other', 1),
      await take('one', 1),
      await take('other', 1, 'con_2'),
    ]).toEqual([true, false, true, true]);
    expect([await take('other', 2), await take('other', 3), await take('one', 4)]).toEqual([false, true, false]);
    await leases.release('con_1', 'one');
    expect(await take('one', 4)).toBe(false);
    await leases.release('con_1', 'other');
    expect(await take('one', 4)).toBe(true);
  });
}
