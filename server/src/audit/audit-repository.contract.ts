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

  test('a search gives the newest first, goes on before a sequence, and takes no sign for another', async () => {
    const store = await open();
    const at = (n: number) => new Date(Date.UTC(2026, 10, 2, 9, n)).toISOString();
    for (let n = 1; n <= 5; n += 1)
      await append(store, {
        at: at(n),
        action: n === 4 ? 'consent.declined' : 'invitation.mailed',
        actor: { kind: n === 5 ? 'system' : 'operator', id: `Id-${n}`, name: n === 1 ? 'Ünal' : 'Ada' },
        customerId: n === 3 ? 'cus_3' : null,
        details: { note: n === 2 ? String.raw`50%\_off "quoted"` : '50 percent off' },
      });
    const found = async (filter: Parameters<Store['read']['audit']['search']>[0], before: number | null = null) =>
      (await store.read.audit.search(filter, { before, limit: 3 })).map(({ sequence }) => sequence);
    expect(await found({})).toEqual([5, 4, 3]);
    expect(await found({}, 3)).toEqual([2, 1]);
    expect(await found({ outcome: 'refused' })).toEqual([4]);
    expect(await found({ outcome: 'done', kind: 'operator' })).toEqual([3, 2, 1]);
    expect(await found({ action: 'consent.declined' })).toEqual([4]);
    expect(await found({ actor: 'id-3' })).toEqual([3]);
    expect(await found({ actor: 'Ünal' })).toEqual([1]);
    expect(await found({ search: '50%' })).toEqual([2]);
    expect(await found({ search: '_OFF' })).toEqual([2]);
    expect(await found({ search: 'PERCENT', from: at(4) })).toEqual([5, 4]);
    expect(await found({ from: at(2), until: at(3) })).toEqual([2]);
    expect(await found({ from: at(3).replace('.000Z', 'Z'), until: at(4).replace('.000Z', 'Z') })).toEqual([3]);
    expect(await found({ search: "'; drop table audit; --" })).toEqual([]);
  });

  test('of each operator the newest sign-in is known, and nothing else', async () => {
    const store = await open();
    const signIn = (id: string | null, role: string) =>
      append(store, { action: 'session.opened', actor: { kind: 'operator', id, name: id }, details: { role } });
    await signIn('ada', 'Operator');
    await signIn('ben', 'Monitor');
    await signIn('ada', 'Admin');
    await signIn(null, 'Admin');
    await append(store, { action: 'session.closed', actor: { kind: 'operator', id: 'cy', name: 'cy' } });
    const known = (await store.read.audit.lastSignIns(10)).map(({ actor, details }) => [actor.id, details['role']]);
    expect(known).toEqual([
      ['ada', 'Admin'],
      ['ben', 'Monitor'],
    ]);
    expect(await store.read.audit.lastSignIns(1)).toHaveLength(1);
  });
}
