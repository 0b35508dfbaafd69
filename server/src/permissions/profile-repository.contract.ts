import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { expect, test } from 'vitest';
import type { Store } from '../storage/store.ts';
import { addSample, sampleAudit, sampleConnection } from '../storage/store-samples.ts';
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

  test('in use are those of connections and of invitations that are pending, each once', async () => {
    const store = await open();
    expect(await store.read.profiles.listInUse()).toEqual([]);
    await store.transact(async (tx) => {
      const of = (id: string) => ({ profile: { id, version: 1 } });
      await addSample(tx, 1, of('voice'));
      await addSample(tx, 2, { ...of('meetings'), status: 'ready' });
      await addSample(tx, 3, { ...of('meetings'), status: 'ready' });
      await addSample(tx, 4, { ...of('given-up'), status: 'cancelled' });
      await addSample(tx, 5, { profile: null });
      await tx.connections.add({ ...sampleConnection(1), ...of('voice') });
      await tx.audit.append(sampleAudit());
    });
    expect(await store.read.profiles.listInUse()).toEqual(['meetings', 'voice']);
  });
}
