import { expect, test } from 'vitest';
import type { Store } from '../storage/store.ts';

/** What every HoldRepository must do. */
export function describeHoldRepository(open: () => Promise<Store>): void {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString();

  test('the later end stays, whoever came with it last; another scope has its own', async () => {
    const { holds } = await open();
    expect(await holds.find('tenant:one')).toBeUndefined();
    await Promise.all([3, 9, 5].map((minute) => holds.extend('tenant:one', at(minute))));
    await holds.extend('tenant:one', at(4));
    await holds.extend('tenant:other', at(2));
    expect([await holds.find('tenant:one'), await holds.find('tenant:other')]).toEqual([at(9), at(2)]);
    await holds.extend('tenant:one', at(30));
    expect(await holds.find('tenant:one')).toBe(at(30));
  });
}
