import type { Change } from '@latchkey/shared/api/changes';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());
beforeEach(async () => {
  const { items } = (await line.call<{ items: { id: string }[] }>('GET', '/v1/invitations')).body;
  for (const { id } of items) await line.call('POST', `/v1/invitations/${id}/cancel`);
});

const wanted = (change: object = {}) => ({
  tenant: line.practice.situation.customer.domain,
  fullName: 'Contoso Ltd',
  shortName: 'contoso',
  kind: 'direct-routing',
  licenceType: 'hosted-pro',
  licensedUsers: 50,
  ...change,
});
const create = (change: object = {}) =>
  line.call<InvitationView & { code?: string }>('POST', '/v1/invitations', wanted(change));
const unknownTenant = '7c1a2b3c-0000-4000-8000-00000000dead';

describe('Add New Customer', () => {
  test('pins the tenant of the domain and drafts the invitation', async () => {
    const { customer } = line.practice.situation;
    const { status, body } = await create({ reference: 'Order 4711' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'draft',
      customer: { tenantId: customer.tenantId, domain: customer.domain },
      method: null,
      reference: 'Order 4711',
      connection: null,
      version: 1,
    });
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(14 * 86_400_000);
  });

  test('takes the tenant by its id as well', async () => {
    const { tenantId } = line.practice.situation.customer;
    expect((await create({ tenant: tenantId.toUpperCase() })).body.customer.tenantId).toBe(tenantId);
  });

  test.each([
    [{ tenant: 'contoso' }, 422, 'tenant_reference_invalid'],
    [{ tenant: 'nobody-has-this.example' }, 404, 'tenant_not_found'],
    [{ tenant: unknownTenant }, 404, 'tenant_not_found'],
    [{ tenant: '9188040d-6c67-4c5b-b112-36a304b66dad' }, 422, 'tenant_personal'],
    [{ shortName: 'ab' }, 422, 'short_name_length'],
    [{ shortName: 'a/b/c' }, 422, 'short_name_character'],
    [{ shortName: 'Audit' }, 422, 'short_name_reserved'],
    [{ licensedUsers: 0 }, 422, 'licensed_users_range'],
    [{ licensedUsers: 501 }, 422, 'licensed_users_range'],
    [{ fullName: '   ' }, 422, 'request_invalid'],
    [{ status: 'onboarded' }, 422, 'request_invalid'],
  ])('with %o is refused, and nothing is kept', async (change, status, code) => {
    const before = pictureOf(line);
    const refused = await create(change);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(pictureOf(line)).toEqual(before);
  });

  test.each([1, 500])('takes %i licensed users', async (licensedUsers) => {
    expect((await create({ licensedUsers })).status).toBe(201);
  });

  test('asks for the one that is pending to be finished or cancelled first', async () => {
    await create();
    const before = pictureOf(line);
    expect((await create({ shortName: 'another' })).body.code).toBe('customer_has_invitation');
    expect(pictureOf(line)).toEqual(before);
  });

  test('frees the short name of an invitation that was cancelled, and holds that of one that was not', async () => {
    const { body } = await create({ shortName: 'held' });
    await line.call('POST', `/v1/invitations/${body.id}/cancel`);
    expect((await create({ shortName: 'HELD' })).status).toBe(201);
  });

  test('sent 20 times at once is one invitation', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => create({ shortName: `many${n}` })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'customer_has_invitation']));
  });
});

describe('the method', () => {
  test('makes the invitation ready, with the permissions it will ask for', async () => {
    const { body } = await create();
    const chosen = await line.call('POST', `/v1/invitations/${body.id}/method`, { method: 'invitation-link' });
    expect(chosen.body).toMatchObject({
      status: 'ready',
      method: 'invitation-link',
      profile: { id: 'direct-routing-delegated', version: 1 },
    });
    const again = await line.call('POST', `/v1/invitations/${body.id}/method`, { method: 'invitation-link' });
    expect([again.status, again.body['code']]).toEqual([409, 'invitation_move_illegal']);
  });

  test.each(['app-registration', 'new-app-registration', 'adopt'])('%s is not available', async (method) => {
    const { body } = await create();
    const refused = await line.call('POST', `/v1/invitations/${body.id}/method`, { method });
    expect([refused.status, refused.body['code']]).toEqual([422, 'method_unavailable']);
    expect((await look(line, body.id)).status).toBe('draft');
  });

  test('of an invitation that nobody made is not found', async () => {
    const refused = await line.call('POST', `/v1/invitations/inv_${'0'.repeat(26)}/method`, {
      method: 'invitation-link',
    });
    expect(refused.status).toBe(404);
  });
});

describe('the preflight', () => {
  /** As if the domain had moved to another tenant since. */
  async function moveTenant(id: string): Promise<() => Promise<void>> {
    const { customerId, ...rest } = (await line.store.read.invitations.find(id))!;
    const write = (tenantId: string) =>
      line.store.transact(async (tx) => {
        const { version, ...customer } = (await tx.customers.find(customerId))!;
        await tx.customers.replace({ ...customer, tenantId }, version);
        await tx.audit.append({
          at: rest.createdAt,
          action: 'invitation.created',
          actor: { kind: 'system', id: null, name: 'the test' },
          requestId: null,
        });
      });
    await write(unknownTenant);
    return () => write(line.practice.situation.customer.tenantId);
  }

  test('stops both the method and the link where the domain now leads to another tenant', async () => {
    const { body } = await create();
    const back = await moveTenant(body.id);
    const method = await line.call('POST', `/v1/invitations/${body.id}/method`, { method: 'invitation-link' });
    expect([method.status, method.body['code']]).toEqual([409, 'tenant_pin_changed']);
    await back();
    await line.call('POST', `/v1/invitations/${body.id}/method`, { method: 'invitation-link' });
    const again = await moveTenant(body.id);
    expect((await line.call('POST', `/v1/invitations/${body.id}/link`)).body['code']).toBe('tenant_pin_changed');
    await again();
    expect((await line.call('POST', `/v1/invitations/${body.id}/link`)).status).toBe(200);
  });
});

describe('the link', () => {
  test('is the same each time, and each showing is on record', async () => {
    const { id, link, code } = await invite(line);
    const again = await line.call<{ link: string; typedCode: string }>('POST', `/v1/invitations/${id}/link`);
    expect([again.body.link, again.body.typedCode]).toEqual([link, code]);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:8787\/i#[\w-]{43}$/);
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const shown = (await line.store.read.audit.ofInvitation(id)).filter(
      ({ action }) => action === 'invitation.link_shown',
    );
    expect(shown).toHaveLength(2);
    for (const { details } of shown) expect(details['upstream']).toEqual([expect.objectContaining({ status: 200 })]);
  });

  test('is with the customer since it was first copied, however often it is looked at, and all who listen hear of it', async () => {
    const { body: drafted } = await create();
    const { id } = drafted;
    await line.call('POST', `/v1/invitations/${id}/method`, { method: 'invitation-link' });
    const copy = () => line.call('POST', `/v1/invitations/${id}/link`);
    const read = async () => (await line.call<InvitationView>('GET', `/v1/invitations/${id}`)).body;
    const idsWith = async (query: string) =>
      (await line.call<{ items: InvitationView[] }>('GET', `/v1/pending-invitations?${query}`)).body.items.map(
        (one) => one.id,
      );
    const ready = await read();
    expect(ready).toMatchObject({ status: 'ready', linkCopiedAt: null });
    expect([await idsWith('status=ready'), await idsWith('status=link_copied')]).toEqual([[id], []]);
    const before = await line.store.read.audit.latestSequence();

    expect((await copy()).status).toBe(200);
    const copied = await read();
    const [first] = (await line.store.read.audit.ofInvitation(id)).slice(-1);
    expect(copied).toEqual({ ...ready, linkCopiedAt: first?.at, version: ready.version + 1 });
    expect([await idsWith('status=ready'), await idsWith('status=link_copied')]).toEqual([[], [id]]);
    expect([await idsWith('owner=provider'), await idsWith('owner=customer')]).toEqual([[], [id]]);
    const { changes } = (await line.call<{ changes: Change[] }>('GET', `/v1/changes?after=${before}`)).body;
    expect(changes.filter(({ invitationId }) => invitationId === id)).toMatchObject([
      { action: 'invitation.link_shown' },
    ]);

    line.moveClock(3_600_000);
    const again = await Promise.all(Array.from({ length: 20 }, copy));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await read()).toEqual(copied);
    line.resetClock();
  });

  test('is not there before a method is chosen, and no more after the end', async () => {
    const { body } = await create();
    expect((await line.call('POST', `/v1/invitations/${body.id}/link`)).status).toBe(409);
    await line.call('POST', `/v1/invitations/${body.id}/cancel`);
    expect((await line.call('POST', `/v1/invitations/${body.id}/link`)).status).toBe(409);
    expect((await line.call('POST', `/v1/invitations/${body.id}/start-ticket`)).status).toBe(409);
  });
});

describe('Cancel', () => {
  test('deletes what the invitation sealed, and closes every open start', async () => {
    const { id, link } = await invite(line);
    await answer(line, line.browse(), link, 'leaves the box');
    expect(pictureOf(line)['connections']).toHaveLength(1);
    expect((await line.call('POST', `/v1/invitations/${id}/cancel`)).body).toMatchObject({ status: 'cancelled' });
    expect(pictureOf(line)).toMatchObject({ connections: [], validations: [], work: [] });
  });

  test('pressed again answers the same, and is on record once', async () => {
    const { id } = await invite(line);
    const cancel = () => line.call<InvitationView>('POST', `/v1/invitations/${id}/cancel`);
    const [one, other] = await Promise.all([cancel(), cancel()]);
    const again = await cancel();
    expect([one.status, other.status, again.status]).toEqual([200, 200, 200]);
    expect([one.body, other.body]).toEqual([again.body, again.body]);
    const lines = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
    expect(lines.filter((action) => action === 'invitation.cancelled')).toHaveLength(1);
  });
});
