import { expect, test } from 'vitest';
import { sampleAudit } from '../storage/store-samples.ts';
import type { Store } from '../storage/store.ts';

/** What every AuditRepository must do. That a line cannot be changed is the database's to show: see the storage tests. */
export function describeAuditRepository(open: () => Promise<Store>): void {
  const append = (store: Store, change: Parameters<typeof sampleAudit>[0] = {}) =>
    store.transact((tx) => tx.audit.append(sampleAudit(change)));

  test('a line is read as it was written', async () => {
    const store = await open();
    const details = {
      upstream: [{ what: 'openid-configuration', requestId: 'r', status: 200 }],
      name: 'Ünïcode “quotes” \u0000 end'.replace('\u0000', ''),
    };
    await append(store, {
      customerId: 'cus_1',
      invitationId: 'inv_1',
      connectionId: 'con_1',
      serviceId: 'svc_1',
      details,
    });
    expect(await store.read.audit.after(0, 10)).toEqual([
      {
        ...sampleAudit(),
        sequence: 1,
        customerId: 'cus_1',
        invitationId: 'inv_1',
        connectionId: 'con_1',
        serviceId: 'svc_1',
        details,
      },
    ]);
  });

  test('what a line does not say is null, not absent', async () => {
    const store = await open();
    await append(store, { actor: { kind: 'system', id: null, name: null } });
    const [line] = await store.read.audit.after(0, 1);
    expect(line).toMatchObject({
      actor: { kind: 'system', id: null, name: null },
      customerId: null,
      serviceId: null,
      details: {},
    });
  });

  test('sequences count from one, in the order of commits, many writers or not', async () => {
    const store = await open();
    expect(await store.read.audit.latestSequence()).toBe(0);
    const sequences = await Promise.all(Array.from({ length: 20 }, () => append(store)));
    expect(sequences.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(await store.read.audit.latestSequence()).toBe(20);
  });

  test('reading goes on after a sequence, oldest first, as far as asked', async () => {
    const store = await open();
    for (let turn = 0; turn < 5; turn += 1)
      await append(store, { invitationId: turn % 2 === 0 ? 'inv_even' : 'inv_odd' });
    expect((await store.read.audit.after(1, 3)).map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
    expect((await store.read.audit.ofInvitation('inv_odd')).map(({ sequence }) => sequence)).toEqual([2, 4]);
    expect(await store.read.audit.after(5, 3)).toEqual([]);
  });
}
