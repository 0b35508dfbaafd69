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
