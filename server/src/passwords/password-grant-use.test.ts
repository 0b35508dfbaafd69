import type { PasswordView } from '@latchkey/shared/api/passwords';
import type { ValidationView } from '@latchkey/shared/api/connections';
import { afterEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { connectedByPassword, draft, passwordCalls, typed } from '../testing/password-steps.ts';
import { answer } from '../testing/steps.ts';

let line: Line;
afterEach(() => line.stop());

const start = async () => (line = await startLine({ situation: 'woodgrove-known-password' }));
const testIt = (customerId: string) =>
  line.call<PasswordView & { code?: string }>('POST', `/v1/customers/${customerId}/password/test`);
const validate = (connectionId: string) =>
  line.call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
const refusing = (code: number, grantType: string, times = 1) =>
  line.fault({
    token: {
      status: 400,
      grantType,
      times,
      body: { error: 'invalid_grant', error_description: `AADSTS${code}: no`, error_codes: [code] },
    },
  });

test.each([50076, 50079, 50158, 53003])(
  'AADSTS%i: the way on is the link, and nothing is tried again',
  async (code) => {
    await start();
    const { customerId } = await connectedByPassword(line);
    await refusing(code, 'password');
    const { body } = await testIt(customerId);
    expect(body.lastTry).toMatchObject({ outcome: 'mfa_required', aadsts: code });
    expect(body).toMatchObject({ provedAt: null, triesLeft: 2 });
    expect(await passwordCalls(line)).toBeLessThanOrEqual(1);
  },
);

test.each([
  [50126, 'wrong'],
  [50053, 'locked'],
  [50055, 'expired'],
  [50057, 'blocked'],
  [65001, 'not_consented'],
  [99999, 'refused'],
] as const)('AADSTS%i is %s, and is asked once', async (code, outcome) => {
  await start();
  const { customerId } = await connectedByPassword(line);
  await refusing(code, 'password', 5);
  expect((await testIt(customerId)).body.lastTry).toMatchObject({ outcome, aadsts: code });
  expect(taken(await line.store.read.audit.after(0, 500))).toBe(1);
});

const taken = (lines: readonly { readonly action: string }[]): number =>
  lines.filter(({ action }) => action === 'password.try_taken').length;

test('nobody answered: that is no statement about the password', async () => {
  await start();
  const { customerId } = await connectedByPassword(line);
  await line.fault({ token: { status: 503, grantType: 'password', body: {} } });
  expect((await testIt(customerId)).body.lastTry).toMatchObject({ outcome: 'unreachable', aadsts: null });
});

test('of many who press at once, on two instances, three get a try; after an hour there is one again', async () => {
  await start();
  const { customerId } = await connectedByPassword(line);
  const other = await line.as('Admin');
  const pressed = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      at % 2 === 0 ? testIt(customerId) : other('POST', `/v1/customers/${customerId}/password/test`),
    ),
  );
  expect(pressed.filter(({ status }) => status === 200)).toHaveLength(3);
  expect(await passwordCalls(line)).toBe(3);
  line.moveClock(59 * 60_000);
  expect((await testIt(customerId)).status).toBe(429);
  line.moveClock(2 * 60_000);
  expect((await testIt(customerId)).status).toBe(200);
  expect(await passwordCalls(line)).toBe(4);
});

test('replacing or deleting the password frees no try: they are the account’s', async () => {
  await start();
  const { customerId } = await connectedByPassword(line, 'not the right one');
  for (let turn = 0; turn < 3; turn += 1) await testIt(customerId);
  await line.call('DELETE', `/v1/customers/${customerId}/password`);
  const { username, password } = line.practice.admin;
  const given = await line.call<PasswordView>('POST', `/v1/customers/${customerId}/password`, {
    username: username.toUpperCase(),
    password,
  });
  expect(given.body).toMatchObject({ triesLeft: 0 });
  expect(given.body.nextTryAt).not.toBeNull();
  expect((await testIt(customerId)).status).toBe(429);
  expect(await passwordCalls(line)).toBe(3);
});

test('a dead refresh token: Validate says so and leaves the password alone; Test password brings a living one', async () => {
  await start();
  const { customerId, connectionId } = await connectedByPassword(line);
  const before = (await line.store.read.connections.find(connectionId))!;
  await refusing(50173, 'refresh_token');
  expect((await validate(connectionId)).body.verdict).toMatchObject({
    verdict: 'action_needed',
    cause: 'sign_in_again',
  });
  expect(await passwordCalls(line)).toBe(0);

  expect((await testIt(customerId)).body.lastTry).toMatchObject({ outcome: 'proved' });
  const after = (await line.store.read.connections.find(connectionId))!;
  expect(after.tokensVersion).toBe(before.tokensVersion + 1);
  expect(after.sealedTokens).not.toBe(before.sealedTokens);
  await line.runJob('settle');
  expect((await line.store.read.connections.find(connectionId))!.verdict).toMatchObject({ verdict: 'working' });
  expect(await passwordCalls(line)).toBe(1);
});

test('while the refresh token lives, Test password leaves it where it is', async () => {
  await start();
  const { customerId, connectionId } = await connectedByPassword(line);
  const before = (await line.store.read.connections.find(connectionId))!;
  await testIt(customerId);
  expect((await line.store.read.connections.find(connectionId))!.sealedTokens).toBe(before.sealedTokens);
});

test('nothing in the background and no reading uses the password', async () => {
  await start();
  const { customerId, connectionId, id } = await connectedByPassword(line);
  await refusing(50173, 'refresh_token', 50);
  for (const job of ['settle', 'expire', 'passwords', 'visits'] as const) await line.runJob(job);
  for (const path of [`customers/${customerId}/password`, `customers/${customerId}`, `connections/${connectionId}`])
    await line.call('GET', `/v1/${path}`);
  await line.call('POST', `/v1/connections/${connectionId}/permissions/check`);
  await line.call('POST', `/v1/invitations/${id}/add`);
  expect(await passwordCalls(line)).toBe(0);
});

test('a password that secured nothing is gone after a day; one that a connection stands on stays', async () => {
  await start();
  const { customerId } = await typed(line);
  line.moveClock(23 * 3_600_000);
  await line.runJob('passwords');
  expect(await line.store.read.passwords.find(customerId)).toBeDefined();
  line.moveClock(2 * 3_600_000);
  await line.runJob('passwords');
  expect(await line.store.read.passwords.find(customerId)).toBeUndefined();
  const deleted = (await line.store.read.audit.after(0, 500)).findLast(({ action }) => action === 'password.deleted');
  expect(deleted).toMatchObject({ actor: { kind: 'system' }, details: { reason: 'unused' } });
});

test('a password that a connection stands on is kept', async () => {
  await start();
  const { customerId } = await connectedByPassword(line);
  line.moveClock(30 * 24 * 3_600_000);
  await line.runJob('passwords');
  expect(await line.store.read.passwords.find(customerId)).toBeDefined();
});

test('a better method takes the password away once it is proved', async () => {
  await start();
  const { id, customerId } = await connectedByPassword(line);
  expect(await line.call('POST', `/v1/invitations/${id}/add`)).toMatchObject({ status: 201 });
  const next = await draft(line);
  await line.call('POST', `/v1/invitations/${next.id}/method`, { method: 'invitation-link' });
  const link = await line.call<{ link: string }>('POST', `/v1/invitations/${next.id}/link`);
  expect(await line.store.read.passwords.find(customerId)).toBeDefined();
  await answer(line, line.browse(), link.body.link, 'approves');
  expect(await line.store.read.passwords.find(customerId)).toBeUndefined();
  expect((await line.store.read.connections.findByCustomer(customerId))!.method).toBe('invitation-link');
});
