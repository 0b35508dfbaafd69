import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { connectedByPassword, draft } from '../testing/password-steps.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, look } from '../testing/steps.ts';

let line: Line;
afterEach(() => line.stop());
const start = async () => (line = await startLine({ situation: 'woodgrove-known-password' }));
const useLink = (customerId: string) =>
  line.call<{ invitationId: string; code?: string }>('POST', `/v1/customers/${customerId}/password/use-link`);
/** What the connection stands on. */
const standsOn = () => {
  const { connections, passwords, services } = pictureOf(line);
  return { connections, passwords, services };
};

test('one click makes an invitation by link; the old connection and its password stay until the new one is proved, and the password goes then', async () => {
  await start();
  const { id, customerId, connectionId } = await connectedByPassword(line);
  await line.call('POST', `/v1/invitations/${id}/add`);
  const before = standsOn();
  const made = await useLink(customerId);
  expect(made.status).toBe(201);
  const { invitationId } = made.body;
  expect(await look(line, invitationId)).toMatchObject({ status: 'ready', method: 'invitation-link' });
  expect(standsOn()).toEqual(before);
  expect(await line.store.read.connections.find(connectionId)).toMatchObject({ method: 'known-password' });

  const { body } = await line.call<{ link: string }>('POST', `/v1/invitations/${invitationId}/link`);
  expect(standsOn()).toEqual(before);

  await answer(line, line.browse(), body.link, 'approves');
  expect(await look(line, invitationId)).toMatchObject({ status: 'authentication_complete' });
  expect(await line.store.read.connections.find(connectionId)).toMatchObject({ method: 'invitation-link' });
  expect(await line.store.read.passwords.find(customerId)).toBeUndefined();
  const trail = (await line.store.read.audit.after(0, 500)).filter(({ action }) => action === 'password.deleted');
  expect(trail).toMatchObject([{ details: { reason: 'better_method' } }]);
  // Nothing is ordered twice.
  expect((await line.call('POST', `/v1/invitations/${invitationId}/add`)).status).toBe(201);
  expect(pictureOf(line)['services']).toHaveLength(1);
});

test('pressed twice it makes one invitation; who has one pending goes on with that', async () => {
  await start();
  const { id, customerId } = await connectedByPassword(line);
  await line.call('POST', `/v1/invitations/${id}/add`);
  const answers = await Promise.all([useLink(customerId), useLink(customerId)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(answers.map(({ body }) => body.code)).toContain('customer_has_invitation');
  expect(pictureOf(line)['invitations']).toHaveLength(2);
});

test('one by another profile, that nobody has answered, is replaced where that is said; pressed again, the new one is kept', async () => {
  await start();
  const { id, customerId, connectionId } = await connectedByPassword(line);
  await line.call('POST', `/v1/invitations/${id}/add`);
  const admin = await line.as('Admin');
  const { permissions, directoryRoles } = directRoutingDelegated;
  const said = permissions.map((one) => ({ ...one, why: 'So that numbers can be given', without: 'No calls' }));
  const profile = { id: 'northwind-voice', follows: 0, permissions: said, directoryRoles };
  expect((await admin('POST', '/v1/permission-profiles', profile)).status).toBe(201);
  const path = `/v1/connections/${connectionId}/invite-again`;
  const older = await line.call<{ invitationId: string }>('POST', path, { profileId: 'northwind-voice' });
  const before = standsOn();
  const replace = (body?: object) =>
    line.call<{ invitationId: string; replaced: number; code?: string }>(
      'POST',
      `/v1/customers/${customerId}/password/use-link`,
      body,
    );

  for (const body of [undefined, {}, { replacePending: false }])
    expect((await replace(body)).body.code).toBe('customer_has_invitation');
  expect((await look(line, older.body.invitationId)).status).toBe('ready');
  const made = await replace({ replacePending: true });
  expect(made).toMatchObject({ status: 201, body: { replaced: 1 } });
  expect((await look(line, older.body.invitationId)).status).toBe('superseded');
  expect((await replace({ replacePending: true })).body.code).toBe('customer_has_invitation');
  const pending = await line.store.read.invitations.findPendingOf([customerId]);
  expect(pending.map((one) => one.id)).toEqual([made.body.invitationId]);
  // The password that the connection stands on is not the older invitation's.
  expect(standsOn()).toEqual(before);
  const trail = await line.store.read.audit.ofInvitation(older.body.invitationId);
  expect(trail.at(-1)).toMatchObject({
    action: 'invitation.superseded',
    details: { from: 'ready', replacedBy: made.body.invitationId },
  });
});

test('where nothing stands on a password there is nothing to switch', async () => {
  await start();
  const { customerId } = await draft(line);
  expect(await useLink(customerId)).toMatchObject({ status: 409, body: { code: 'password_not_wanted' } });
  expect(pictureOf(line)['invitations']).toHaveLength(1);
});

test('a Monitor may not', async () => {
  await start();
  const { id, customerId } = await connectedByPassword(line);
  await line.call('POST', `/v1/invitations/${id}/add`);
  const monitor = await line.as('Monitor');
  const refused = await monitor('POST', `/v1/customers/${customerId}/password/use-link`);
  expect(refused).toMatchObject({ status: 403, body: { code: 'role_insufficient' } });
  expect(pictureOf(line)['invitations']).toHaveLength(1);
});
