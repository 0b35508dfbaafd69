import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PasswordStanding, PasswordView } from '@latchkey/shared/api/passwords';
import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import {
  acknowledgement,
  connectedByPassword,
  draft,
  passwordCalls,
  turnOn,
  typed,
} from '../testing/password-steps.ts';
import { answer, look } from '../testing/steps.ts';

let line: Line;
afterEach(() => line.stop());

const start = async () => (line = await startLine({ situation: 'woodgrove-known-password' }));
const choose = (id: string, method = 'known-password') =>
  line.call<{ code: string }>('POST', `/v1/invitations/${id}/method`, { method });
const standing = async (customerId: string) =>
  (await line.call<PasswordStanding>('GET', `/v1/customers/${customerId}/password`)).body;
const actions = async () => (await line.store.read.audit.after(0, 500)).map(({ action }) => action);

test('as it is delivered the method is off, and is refused by its name', async () => {
  await start();
  const { id } = await draft(line);
  for (const method of ['known-password', 'service-account'])
    expect(await choose(id, method)).toMatchObject({ status: 403, body: { code: 'method_off' } });
  expect(await look(line, id)).toMatchObject({ status: 'draft', method: null });
  expect((await line.call('GET', '/v1/policies')).body).toEqual({
    methods: ['known-password', 'service-account'].map((method) => ({
      method,
      on: false,
      changedAt: null,
      changedBy: null,
    })),
  });
});

test('only an Admin turns it on, and the trail says who', async () => {
  await start();
  const refused = await line.call('POST', '/v1/policies/methods/known-password', { on: true });
  expect(refused).toMatchObject({ status: 403, body: { code: 'role_insufficient' } });
  expect(await actions()).not.toContain('policy.method_changed');
  await turnOn(line);
  const [entry] = (await line.store.read.audit.after(0, 500)).filter(
    ({ action }) => action === 'policy.method_changed',
  );
  expect(entry).toMatchObject({
    actor: { kind: 'operator', name: expect.stringMatching(/./) as unknown },
    details: { method: 'known-password', from: false, to: true },
  });
});

test('switched on, it waits for the customer’s acknowledgement', async () => {
  await start();
  await turnOn(line);
  const { id, customerId } = await draft(line);
  expect(await choose(id)).toMatchObject({ status: 409, body: { code: 'acknowledgement_missing' } });
  expect(await look(line, id)).toMatchObject({ status: 'draft', method: null });
  const tomorrow = { ...acknowledgement, date: '2031-01-01' };
  expect(await line.call('POST', `/v1/customers/${customerId}/acknowledgement`, tomorrow)).toMatchObject({
    status: 422,
    body: { code: 'acknowledgement_date' },
  });
  await line.call('POST', `/v1/customers/${customerId}/acknowledgement`, acknowledgement);
  expect(await choose(id)).toMatchObject({ status: 200 });
  expect((await standing(customerId)).acknowledgement).toMatchObject(acknowledgement);
});

test('a password is taken only where a method wants one', async () => {
  await start();
  const { id, customerId } = await draft(line);
  await choose(id, 'invitation-link');
  const { username, password } = line.practice.admin;
  const given = await line.call('POST', `/v1/customers/${customerId}/password`, { username, password });
  expect(given).toMatchObject({ status: 409, body: { code: 'password_not_wanted' } });
  expect(await line.store.read.passwords.find(customerId)).toBeUndefined();
});

test('what was typed is sealed, and no answer has it', async () => {
  await start();
  const password = ' with spaces, ünd mehr ';
  const { customerId, given } = await typed(line, password);
  const { sealedPassword, hasSpacesAtEnds } = (await line.store.read.passwords.find(customerId))!;
  expect(hasSpacesAtEnds).toBe(true);
  expect(sealedPassword).not.toContain(password);
  for (const body of [given.body, await standing(customerId)]) expect(JSON.stringify(body)).not.toContain(password);
  expect(await standing(customerId)).toMatchObject({
    password: { username: line.practice.admin.username, hasSpacesAtEnds: true, provedAt: null, triesLeft: 3 },
  });
});

test('a Monitor sees that there is a password, and not whose', async () => {
  await start();
  const { customerId } = await typed(line);
  const monitor = await line.as('Monitor');
  const { body } = await monitor<PasswordStanding>('GET', `/v1/customers/${customerId}/password`);
  expect(body.password).toMatchObject({ username: null, triesLeft: 3 });
  for (const path of ['password', 'password/test', 'acknowledgement'])
    expect((await monitor('POST', `/v1/customers/${customerId}/${path}`, {})).status).toBe(403);
});

test('before the consent no password is tried', async () => {
  await start();
  const { customerId } = await typed(line);
  const tested = await line.call('POST', `/v1/customers/${customerId}/password/test`);
  expect(tested).toMatchObject({ status: 409, body: { code: 'password_before_consent' } });
  expect(await passwordCalls(line)).toBe(0);
});

test('after the consent Test password proves it, and says when', async () => {
  await start();
  const { customerId, connectionId } = await connectedByPassword(line);
  expect(await line.store.read.connections.find(connectionId)).toMatchObject({ method: 'known-password' });
  expect(await passwordCalls(line)).toBe(0);
  const { status, body } = await line.call<PasswordView>('POST', `/v1/customers/${customerId}/password/test`);
  expect([status, body.lastTry?.outcome, body.triesLeft]).toEqual([200, 'proved', 2]);
  expect(body.provedAt).toBe(body.lastTry?.at);
  expect(await passwordCalls(line)).toBe(1);
});

test('a password with spaces at its ends goes to Microsoft as it was typed', async () => {
  await start();
  const { customerId } = await connectedByPassword(line, ` ${line.practice.admin.password} `);
  const { body } = await line.call<PasswordView>('POST', `/v1/customers/${customerId}/password/test`);
  expect(body.lastTry).toMatchObject({ outcome: 'wrong', aadsts: 50126 });
});

test('the password of another administrator proves nothing about this connection', async () => {
  await start();
  const { customerId } = await connectedByPassword(line);
  const { username, password } = line.practice.situation.customer.people[1]!;
  await line.call('POST', `/v1/customers/${customerId}/password`, { username, password });
  const { body } = await line.call<PasswordView>('POST', `/v1/customers/${customerId}/password/test`);
  expect(body).toMatchObject({ provedAt: null, lastTry: { outcome: 'other_account' } });
});

test('turned off again, nothing is typed and nothing is tried', async () => {
  await start();
  const { customerId } = await connectedByPassword(line);
  const admin = await line.as('Admin');
  await admin('POST', '/v1/policies/methods/known-password', { on: false });
  const { username, password } = line.practice.admin;
  for (const [path, body] of [
    ['password', { username, password }],
    ['password/test', undefined],
  ] as const)
    expect(await line.call('POST', `/v1/customers/${customerId}/${path}`, body)).toMatchObject({
      status: 403,
      body: { code: 'method_off' },
    });
  expect(await passwordCalls(line)).toBe(0);
});

test('it is deleted on request, with a line, and once', async () => {
  await start();
  const { customerId } = await connectedByPassword(line);
  const gone = await line.call('DELETE', `/v1/customers/${customerId}/password`);
  expect(gone.status).toBe(204);
  expect((await standing(customerId)).password).toBeNull();
  expect(await line.call('DELETE', `/v1/customers/${customerId}/password`)).toMatchObject({
    status: 404,
    body: { code: 'password_missing' },
  });
  expect((await actions()).filter((action) => action === 'password.deleted')).toHaveLength(1);
});

test('one click makes the invitation one by link, and the password is gone', async () => {
  await start();
  const { id, customerId } = await typed(line);
  const before = await look(line, id);
  const switched = await line.call<InvitationView>('POST', `/v1/invitations/${id}/switch-to-link`);
  expect(switched).toMatchObject({ status: 200, body: { method: 'invitation-link', status: before.status } });
  expect((await standing(customerId)).password).toBeNull();
  const link = await line.call<{ link: string }>('POST', `/v1/invitations/${id}/link`);
  await answer(line, line.browse(), link.body.link, 'approves');
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete', method: 'invitation-link' });
  expect(await line.call('POST', `/v1/invitations/${id}/switch-to-link`)).toMatchObject({ status: 409 });
});

test('a cancelled invitation leaves no password', async () => {
  await start();
  const { id, customerId } = await typed(line);
  await line.call('POST', `/v1/invitations/${id}/cancel`);
  expect(await line.store.read.passwords.find(customerId)).toBeUndefined();
});
