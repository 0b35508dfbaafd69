import { expect, test } from 'vitest';
import { addSample, sampleAudit, sampleInvitation, sampleService } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';

/** What every ServiceRepository and ShortNameRepository must do. */
export function describeServiceRepository(open: () => Promise<Store>): void {
  const addAll = (store: Store, numbers: readonly number[]) =>
    store.transact(async (tx) => {
      for (const n of numbers) await addSample(tx, n);
      const added = [];
      for (const n of numbers) added.push(await tx.services.add(sampleService(n)));
      return added;
    });

  test('a service is found as it was added, by id and by its invitation', async () => {
    const store = await open();
    await addAll(store, [1]);
    const stored = { ...sampleService(1), version: 1 };
    expect([
      await store.read.services.find(stored.id),
      await store.read.services.findByInvitation(stored.invitationId),
    ]).toEqual([stored, stored]);
    expect(await store.read.services.find('svc_x')).toBeUndefined();
  });

  test('of a customer’s services the newest is found', async () => {
    const store = await open();
    await addAll(store, [1]);
    const [{ customerId }, newer] = [sampleService(1), sampleService(2)];
    await store.transact(async (tx) => {
      await addSample(tx, 2);
      await tx.services.add({ ...newer, customerId });
    });
    expect((await store.read.services.findOfCustomer(customerId))?.id).toBe(newer.id);
    expect(await store.read.services.findOfCustomer(sampleService(3).customerId)).toBeUndefined();
  });

  test('an invitation makes one service, a short name is one service’s', async () => {
    const store = await open();
    await addAll(store, [1, 2]);
    const twice = await store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      const sameInvitation = await tx.services.add({
        ...sampleService(3),
        invitationId: sampleService(1).invitationId,
        customerId: sampleService(1).customerId,
      });
      const sameName = await tx.services.add({
        ...sampleService(4),
        customerId: sampleService(1).customerId,
        order: { ...sampleService(4).order, shortName: 'CONTOSO1' },
      });
      return [sameInvitation, sameName];
    });
    expect(twice).toEqual([false, false]);
    expect(await store.read.services.count()).toBe(2);
  });

  test('services without an invitation are as many as there are, each with its short name', async () => {
    const store = await open();
    const adopted = (n: number) => ({ ...sampleService(n), invitationId: null });
    const key = (n: number) => `contoso${n}`;
    const added = await store.transact(async (tx) => {
      for (const n of [1, 2, 3]) await addSample(tx, n);
      const reserved = [await tx.shortNames.reserve('one', null), await tx.shortNames.reserve('one', null)];
      return [...reserved, await tx.services.add(adopted(1)), await tx.services.add(adopted(2))];
    });
    expect(added).toEqual([true, false, true, true]);
    expect(await store.read.shortNames.holderOf('one')).toBeNull();
    expect(await store.read.services.findByShortName(key(2))).toEqual({ ...adopted(2), version: 1 });
    expect(await store.read.services.findByShortName(key(3))).toBeUndefined();
  });

  test('the list goes newest first, page by page', async () => {
    const store = await open();
    await addAll(store, [1, 2, 3, 4, 5]);
    const first = await store.read.services.list({ before: null, limit: 3 });
    const last = first.at(-1)!;
    const rest = await store.read.services.list({ before: { at: last.addedAt, id: last.id }, limit: 3 });
    expect([...first, ...rest].map(({ id }) => id)).toEqual([5, 4, 3, 2, 1].map((n) => sampleService(n).id));
  });

  test('a short name is held by one invitation until it is released', async () => {
    const store = await open();
    const [one, other] = [sampleInvitation(1).id, sampleInvitation(2).id];
    const results = await store.transact(async (tx) => {
      await addSample(tx, 1);
      await addSample(tx, 2);
      const taken = [await tx.shortNames.reserve('contoso', one), await tx.shortNames.reserve('contoso', other)];
      const holder = await tx.shortNames.holderOf('contoso');
      await tx.shortNames.release(one);
      return {
        taken,
        holder,
        afterwards: [await tx.shortNames.holderOf('contoso'), await tx.shortNames.reserve('contoso', other)],
      };
    });
    expect(results).toEqual({ taken: [true, false], holder: one, afterwards: [undefined, true] });
  });
}
