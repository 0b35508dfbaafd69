import type { LackingCustomer } from '@latchkey/shared/api/approve-again';
import type { RunView } from '@latchkey/shared/api/validation-runs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../testing/caller.ts';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { ownPermission } from '../testing/own-permission.ts';

/* A newer version of a profile asks for more than a customer has approved. */

const profileId = 'northwind-voice';
let line: Line;
let admin: Caller;
let serviceId: string;
let customerId: string;
beforeEach(async () => {
  line = await startLine();
  admin = await line.as('Admin');
  await save(0);
  const { id, link } = await invite(line, { profileId });
  await answer(line, line.browse(), link, 'approves');
  const added = await line.call<{ serviceId: string }>('POST', `/v1/invitations/${id}/add`);
  serviceId = added.body.serviceId;
  customerId = (await line.store.read.invitations.find(id))!.customerId;
});
afterEach(() => line.stop());

const save = (follows: number, ...values: readonly string[]) =>
  admin('POST', '/v1/permission-profiles', {
    id: profileId,
    follows,
    permissions: ['offline_access', 'Directory.Read.All', ...values].map(ownPermission),
    directoryRoles: [],
  });
const connection = async () => (await line.store.read.connections.findByCustomer(customerId))!;
const inviteAgain = (body: object = {}) =>
  line.call<{ made: { customerId: string; invitationId: string }[]; pending: string[] }>(
    'POST',
    `/v1/permission-profiles/${profileId}/invite-again`,
    body,
  );
const lacking = async () =>
  (await admin<{ customers: LackingCustomer[] }>('GET', `/v1/permission-profiles/${profileId}/lacking`)).body.customers;
const runs = async () => (await line.call<{ runs: RunView[] }>('GET', '/v1/validation-runs')).body.runs;

test('saving it looks at each who approved an older one, and marks who lacks something, by what the tenant says now', async () => {
  expect((await connection()).verdict).toMatchObject({ verdict: 'working' });
  expect(await runs()).toEqual([]);
  await save(1, 'Organization.Read.All');
  expect(await runs()).toMatchObject([{ kind: 'bulk', total: 1, done: 0 }]);
  await line.runJob('bulk');
  expect((await connection()).verdict).toMatchObject({
    verdict: 'degraded',
    cause: 'reconsent_needed',
    owner: 'customer',
    evidence: 'probe',
  });
});

test('one that asks for nothing more marks nobody', async () => {
  await save(1);
  await line.runJob('bulk');
  expect((await connection()).verdict).toMatchObject({ verdict: 'working', cause: 'all_proved' });
  expect((await inviteAgain()).body).toMatchObject({ made: [], pending: [] });
});

test('each who lacks something gets one invitation; the connection stays until that one is answered, and nothing is ordered twice', async () => {
  await save(1, 'Organization.Read.All');
  const before = await connection();
  expect(await lacking()).toMatchObject([{ customerId, pending: 'none' }]);
  const { made } = (await inviteAgain()).body;
  expect(made).toEqual([{ customerId, invitationId: expect.stringMatching(/^inv_/) as string }]);
  expect((await inviteAgain()).body).toMatchObject({ made: [], pending: [customerId] });
  expect(await lacking()).toMatchObject([{ customerId, pending: 'stays' }]);
  const id = made[0]!.invitationId;
  expect(await look(line, id)).toMatchObject({ status: 'ready', profile: { id: profileId, version: 2 } });
  expect(await connection()).toEqual(before);

  const { link } = (await line.call<{ link: string }>('POST', `/v1/invitations/${id}/link`)).body;
  await answer(line, line.browse(), link, 'approves');
  expect(await connection()).toMatchObject({
    id: before.id,
    profile: { id: profileId, version: 2 },
    verdict: { verdict: 'working' },
  });
  expect(await lacking()).toEqual([]);
  const added = await line.call<{ serviceId: string }>('POST', `/v1/invitations/${id}/add`);
  expect([added.status, added.body.serviceId]).toEqual([201, serviceId]);
  expect((await line.call('GET', '/v1/services')).body['total']).toBe(1);
  expect(await look(line, id)).toMatchObject({ status: 'onboarded' });
});

test('only those of the list are invited, and a profile that is not there invites nobody', async () => {
  await save(1, 'Organization.Read.All');
  const stranger = `cus_${'0'.repeat(26)}`;
  expect((await inviteAgain({ customerIds: [stranger] })).body).toMatchObject({ made: [], pending: [] });
  const unknown = await line.call('POST', '/v1/permission-profiles/nobody-has-this/invite-again', {});
  expect(unknown.body['code']).toBe('permission_profile_not_found');
  const refused = await (await line.as('Monitor'))('POST', `/v1/permission-profiles/${profileId}/invite-again`, {});
  expect(refused.body['code']).toBe('role_insufficient');
});

test('a connection changes its profile by a new approval: what it would change is said before, and the old one stays until then', async () => {
  const other = 'northwind-fax';
  await admin('POST', '/v1/permission-profiles', {
    id: other,
    follows: 0,
    permissions: ['offline_access', 'Directory.Read.All', 'Organization.Read.All'].map(ownPermission),
    directoryRoles: [],
  });
  const before = await connection();
  const path = `/v1/connections/${before.id}`;
  const values = (all: unknown) => (all as { value: string }[]).map(({ value }) => value);
  const { body: diff } = await line.call('GET', `${path}/consent-diff?profileId=${other}`);
  expect(diff).toMatchObject({ profile: { id: other, version: 1 } });
  expect([values(diff['adds']), values(diff['keeps']), values(diff['wouldRevoke'])]).toEqual([
    ['Organization.Read.All'],
    ['offline_access', 'Directory.Read.All'],
    [],
  ]);
  const change = (profile: string, of = path) =>
    line.call<{ invitationId: string; link: string; code?: string }>('POST', `${of}/invite-again`, {
      profileId: profile,
    });
  const made = await change(other);
  expect(made.status).toBe(201);
  expect(await connection()).toEqual(before);
  expect((await change(other)).body).toMatchObject({ code: 'customer_has_invitation' });

  const { link } = (await line.call<{ link: string }>('POST', `/v1/invitations/${made.body.invitationId}/link`)).body;
  await answer(line, line.browse(), link, 'approves');
  expect(await connection()).toMatchObject({
    id: before.id,
    profile: { id: other, version: 1 },
    verdict: { verdict: 'working' },
  });
});

test('no profile is changed to one that is not there, of a connection that is not there, or by a Monitor', async () => {
  const path = `/v1/connections/${(await connection()).id}`;
  const nowhere = `/v1/connections/con_${'0'.repeat(26)}`;
  const body = { profileId: 'tailspin-voice' };
  const monitor = await line.as('Monitor');
  expect((await line.call('POST', `${path}/invite-again`, body)).body['code']).toBe('permission_profile_not_found');
  expect((await line.call('GET', `${path}/consent-diff?profileId=tailspin-voice`)).status).toBe(404);
  expect((await line.call('POST', `${nowhere}/invite-again`, { profileId })).body['code']).toBe('connection_not_found');
  expect((await line.call('GET', `${nowhere}/consent-diff?profileId=${profileId}`)).status).toBe(404);
  expect((await monitor('POST', `${path}/invite-again`, { profileId })).status).toBe(403);
  expect(await line.store.read.invitations.findPendingOf([customerId])).toEqual([]);
});
