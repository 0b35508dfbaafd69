import type { ConsentDiffView, PermissionProfileView } from '@latchkey/shared/api/permissions';
import type { LackingCustomer } from '@latchkey/shared/api/approve-again';
import { directoryRoles } from '@latchkey/shared/permissions/directory-roles';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ValidationView } from '@latchkey/shared/api/connections';
import type { Caller } from '../testing/caller.ts';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { ownPermission } from '../testing/own-permission.ts';

let line: Line;
let admin: Caller;
beforeEach(async () => {
  line = await startLine();
  admin = await line.as('Admin');
});
afterEach(() => line.stop());

const permission = (value: string, change: object = {}) => ({ ...ownPermission(value), ...change });
const wanted = (follows: number, ...values: readonly string[]) => ({
  id: 'northwind-voice',
  follows,
  permissions: ['offline_access', 'Directory.Read.All', ...values].map((value) => permission(value)),
  directoryRoles: [directoryRoles.globalAdministrator.toUpperCase()],
});
const save = (body: object, by: Caller = admin) =>
  by<PermissionProfileView & { code?: string }>('POST', '/v1/permission-profiles', body);
const lacking = async () =>
  (
    await admin<{ version: number; customers: LackingCustomer[] }>(
      'GET',
      '/v1/permission-profiles/northwind-voice/lacking',
    )
  ).body;

/** An invitation that asks for the provider's own profile, approved; gives its connection. */
async function approved() {
  const { id, link } = await invite(line, { profileId: 'northwind-voice' });
  await answer(line, line.browse(), link, 'approves');
  return { id, connection: (await line.store.read.connections.findByInvitation(id))! };
}

describe('a provider’s own profile', () => {
  test('is looked at before it is chosen: what it would ask for, in its newest version', async () => {
    await save(wanted(0));
    await save(wanted(1, 'User.Read.All'));
    const { id } = await invite(line);
    const diff = (query: string) =>
      admin<ConsentDiffView & { code?: string }>('GET', `/v1/invitations/${id}/consent-diff${query}`);
    const { body } = await diff('?profileId=northwind-voice');
    expect(body.profile).toEqual({ id: 'northwind-voice', version: 2 });
    expect(body.adds.map(({ value }) => value)).toContain('User.Read.All');
    expect((await diff('')).body.profile.id).toBe('direct-routing-delegated');
    expect((await diff('?profileId=nobody-made-it')).body.code).toBe('permission_profile_not_found');
  });

  test('is made by an Admin, in versions that follow one another and never change', async () => {
    expect((await save(wanted(0))).body).toMatchObject({
      profile: { id: 'northwind-voice', version: 1, directoryRoles: [directoryRoles.globalAdministrator] },
      madeBy: expect.any(String) as string,
    });
    expect((await save(wanted(0))).body.code).toBe('changed_meanwhile');
    expect((await save(wanted(1, 'Organization.Read.All'))).status).toBe(201);
    expect((await save(wanted(1, 'User.Read.All'))).body.code).toBe('changed_meanwhile');
    const { body } = await admin<{ profiles: PermissionProfileView[] }>('GET', '/v1/permission-profiles');
    expect(body.profiles.map(({ profile }) => [profile.id, profile.version])).toEqual([
      ['direct-routing-delegated', 1],
      ['direct-routing-application', 1],
      ['northwind-voice', 2],
    ]);
    expect((await line.store.read.profiles.find('northwind-voice', 1))?.profile.permissions).toHaveLength(2);
  });

  test('is nobody else’s to make', async () => {
    for (const role of ['Operator', 'Monitor'] as const)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await save(wanted(0), await line.as(role))).body.code).toBe('role_insufficient');
    expect(await line.store.read.profiles.listNewest()).toEqual([]);
  });

  test.each([
    ['takes no name of Latchkey’s own', { ...wanted(0), id: directRoutingDelegated.id }, 'permission_profile_reserved'],
    [
      'contains what lets us prove what was approved',
      { ...wanted(0), permissions: [permission('User.Read.All')] },
      'permission_profile_blind',
    ],
    [
      'requires it',
      { ...wanted(0), permissions: [permission('Directory.Read.All', { required: false })] },
      'permission_profile_blind',
    ],
    [
      'names claim values, not ids',
      { ...wanted(0), permissions: [permission('7c1a2b3c-0000-4000-8000-00000000a001')] },
      'request_invalid',
    ],
    ['says why', { ...wanted(0), permissions: [permission('Directory.Read.All', { why: '' })] }, 'request_invalid'],
  ])('%s', async (_, body, code) => {
    expect((await save(body)).body.code).toBe(code);
    expect(await line.store.read.profiles.listNewest()).toEqual([]);
  });

  test('is what an invitation asks for, and what its connection is judged by', async () => {
    await save(wanted(0, 'Organization.Read.All'));
    const { id, connection } = await approved();
    expect(connection.profile).toEqual({ id: 'northwind-voice', version: 1 });
    expect(await look(line, id)).toMatchObject({
      status: 'authentication_complete',
      connection: { verdict: 'working' },
    });
    const { body } = await line.call<ValidationView>('POST', `/v1/connections/${connection.id}/validate`);
    expect(body.permissions?.map(({ value, finding }) => [value, finding])).toEqual([
      ['offline_access', 'granted'],
      ['Directory.Read.All', 'granted'],
      ['Organization.Read.All', 'granted'],
    ]);
    // No required permission opens Teams, so nobody asks there.
    expect(body.verdict.checks.find((check) => check.id === 'teams')?.result).toBe('skipped');
  });

  test('that nobody made cannot be asked for', async () => {
    await expect(invite(line, { profileId: 'nobody-made-this' })).rejects.toThrow('permission_profile_not_found');
  });

  test('that asks for scopes and for app roles cannot be asked for: no token carries both', async () => {
    const both = wanted(0, 'Organization.Read.All');
    const [first] = both.permissions;
    await save({ ...both, permissions: [...both.permissions, { ...first!, kind: 'application' as const }] });
    await expect(invite(line, { profileId: 'northwind-voice' })).rejects.toThrow('permission_profile_not_found');
  });
});

describe('a new version', () => {
  test('marks the customers that lack something, and no other; judging goes on by what they approved', async () => {
    await save(wanted(0));
    const { connection } = await approved();
    expect(await lacking()).toEqual({ version: 1, customers: [] });
    await save(wanted(1));
    expect(await lacking()).toEqual({ version: 2, customers: [] });
    await save(wanted(2, 'Organization.Read.All'));
    expect((await lacking()).customers).toEqual([
      {
        customerId: connection.customerId,
        fullName: line.practice.situation.customer.name,
        connectionId: connection.id,
        version: 1,
        lacks: ['Organization.Read.All'],
        // Its first approval waits to be added.
        pending: 'stays',
        readAt: expect.any(String) as string,
      },
    ]);
    const { body } = await line.call<ValidationView>('POST', `/v1/connections/${connection.id}/validate`);
    expect(body.verdict).toMatchObject({ verdict: 'degraded', cause: 'reconsent_needed', owner: 'customer' });
    expect(body.permissions?.filter(({ required, finding }) => required && finding !== 'granted')).toEqual([]);
  });

  test('of a profile that there is not marks nobody', async () => {
    const { status, body } = await admin('GET', '/v1/permission-profiles/nobody-made-this/lacking');
    expect([status, body['code']]).toEqual([404, 'permission_profile_not_found']);
  });
});

describe('the consent diff', () => {
  const diffOf = async (id: string) =>
    (await line.call<ConsentDiffView>('GET', `/v1/invitations/${id}/consent-diff`)).body;
  const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);

  test('of a first approval adds everything, says that the tenant was never read, and who can give it', async () => {
    const { id } = await invite(line);
    const diff = await diffOf(id);
    expect([diff.readAt, values(diff.adds), diff.keeps, diff.wouldRevoke]).toEqual([
      null,
      directRoutingDelegated.permissions.map(({ value }) => value),
      [],
      [],
    ]);
    expect(diff.leastRole).toEqual({
      box: directoryRoles.globalAdministrator,
      noBox: directoryRoles.cloudApplicationAdministrator,
    });
  });

  test('of a tenant that was read keeps what it holds, adds what it lacks, and names what it might lose', async () => {
    await save(wanted(0, 'Organization.Read.All'));
    const { id } = await approved();
    await save(wanted(1, 'User.Read.All'));
    const again = await line.store.read.invitations.find(id);
    await line.store.transact(async (tx) => {
      await tx.invitations.replace({ ...again!, profile: { id: 'northwind-voice', version: 2 } }, again!.version);
      await tx.audit.append({
        at: line.now().toISOString(),
        action: 'invitation.created',
        actor: { kind: 'system', id: null, name: null },
        requestId: null,
      });
    });
    const diff = await diffOf(id);
    expect(diff.readAt).not.toBeNull();
    expect([values(diff.keeps), values(diff.adds), values(diff.wouldRevoke)]).toEqual([
      ['offline_access', 'Directory.Read.All'],
      ['User.Read.All'],
      ['Organization.Read.All'],
    ]);
  });

  test('of an invitation that there is not is not told', async () => {
    expect((await line.call('GET', `/v1/invitations/inv_${'0'.repeat(26)}/consent-diff`)).status).toBe(404);
  });
});
