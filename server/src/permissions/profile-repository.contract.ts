import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { expect, test } from 'vitest';
import type { Store } from '../storage/store.ts';
import { sampleAudit } from '../storage/store-samples.ts';
import type { StoredProfile } from './profile-repository.ts';

const stored = (id: string, version: number): StoredProfile => ({
  profile: { ...directRoutingDelegated, id, version },
  madeAt: '2026-11-02T09:00:00.000Z',
  madeBy: 'Ada Berg',
});

/** What every ProfileRepository must do. */
export function describeProfileRepository(open: () => Promise<Store>): void {
  const add = (store: Store, profile: StoredProfile) =>
    store.transact(async (tx) => {
      const added = await tx.profiles.add(profile);
      await tx.audit.append(sampleAudit({ action: 'permission_profile.saved' }));
      return added;
    });

  test('a version is there once, and stays as it was', async () => {
    const store = await open();
    expect(await add(store, stored('voice', 1))).toBe(true);
    expect(await add(store, { ...stored('voice', 1), madeBy: 'Somebody else' })).toBe(false);
    expect(await store.read.profiles.find('voice', 1)).toEqual(stored('voice', 1));
    expect(await store.read.profiles.find('voice', 2)).toBeUndefined();
  });

  test('the newest is the one with the highest number, not the last by its letters', async () => {
    const store = await open();
    for (const version of [9, 10, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- in this order
      await add(store, stored('voice', version));
    }
    await add(store, stored('meetings', 1));
    expect((await store.read.profiles.findNewest('voice'))?.profile.version).toBe(10);
    expect((await store.read.profiles.listNewest()).map(({ profile }) => [profile.id, profile.version])).toEqual([
      ['meetings', 1],
      ['voice', 10],
    ]);
    expect(await store.read.profiles.findNewest('nobody')).toBeUndefined();
  });
}
