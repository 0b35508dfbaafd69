import { expect, test } from 'vitest';
import { sampleAudit, sampleCustomer } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';
import { customerNameKey } from './customer-repository.ts';

/** What every CustomerRepository must do. */
export function describeCustomerRepository(open: () => Promise<Store>): void {
  const add = (store: Store, ...customers: readonly ReturnType<typeof sampleCustomer>[]) =>
    store.transact(async (tx) => {
      await tx.audit.append(sampleAudit());
      const added = [];
      for (const customer of customers) added.push(await tx.customers.add(customer));
      return added;
    });

  test('a customer is found as it was added, by id, by tenant, by domain', async () => {
    const store = await open();
    await add(store, sampleCustomer(1));
    const stored = { ...sampleCustomer(1), version: 1 };
    const { customers } = store.read;
    const found = [
      await customers.find(stored.id),
      await customers.findByTenant(stored.tenantId),
      await customers.findByDomain('contoso1.example'),
    ];
    expect(found).toEqual([stored, stored, stored]);
    expect([
      await customers.find('cus_x'),
      await customers.findByTenant('x'),
      await customers.findByDomain('x'),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test('a tenant is one customer: the second is not added, and not counted', async () => {
    const store = await open();
    const second = sampleCustomer(2, { tenantId: sampleCustomer(1).tenantId });
    expect(await add(store, sampleCustomer(1), second)).toEqual([true, false]);
    expect(await store.read.customers.find(second.id)).toBeUndefined();
    expect(await store.read.customers.count()).toBe(1);
  });

  test('of two that share a domain the newer is found by it', async () => {
    const store = await open();
    await add(
      store,
      sampleCustomer(2, { domain: 'contoso.example' }),
      sampleCustomer(1, { domain: 'contoso.example' }),
    );
    expect((await store.read.customers.findByDomain('contoso.example'))?.id).toBe(sampleCustomer(2).id);
  });

  test('of two who change the same version one succeeds', async () => {
    const store = await open();
    await add(store, sampleCustomer(1));
    const rename = (fullName: string) =>
      store.transact(async (tx) => {
        await tx.audit.append(sampleAudit());
        return tx.customers.replace(sampleCustomer(1, { fullName }), 1);
      });
    expect((await Promise.all([rename('One'), rename('Other')])).filter(Boolean)).toHaveLength(1);
    expect((await store.read.customers.find(sampleCustomer(1).id))?.version).toBe(2);
  });

  test('the list goes by name without regard to case, page by page, each customer once', async () => {
    const store = await open();
    const names = ['beta', 'Alpha', 'alpha', 'Ärger', 'Gamma', 'ALPHA'];
    await add(store, ...names.map((fullName, index) => sampleCustomer(index + 1, { fullName })));
    const seen: string[] = [];
    let after: { name: string; id: string } | null = null;
    for (;;) {
      const page = await store.read.customers.list({ after, limit: 2 });
      const last = page.at(-1);
      if (last === undefined) break;
      seen.push(...page.map(({ fullName }) => fullName));
      after = { name: customerNameKey(last.fullName), id: last.id };
    }
    expect(seen).toEqual(['Alpha', 'alpha', 'ALPHA', 'beta', 'Gamma', 'Ärger']);
  });

  test('many are found at once, none for no ids', async () => {
    const store = await open();
    await add(store, sampleCustomer(1), sampleCustomer(2));
    const ids = [sampleCustomer(2).id, 'cus_x', sampleCustomer(1).id];
    expect((await store.read.customers.findMany(ids)).map(({ id }) => id).toSorted()).toEqual([
      sampleCustomer(1).id,
      sampleCustomer(2).id,
    ]);
    expect(await store.read.customers.findMany([])).toEqual([]);
  });
}
