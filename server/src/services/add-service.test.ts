import { afterEach, beforeEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { trips } from '../testing/situations/trips.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';

/* `Add`, a while after the proof. */

const twoDaysMs = 2 * 86_400_000;
let line: Line;
let id: string;
beforeEach(async () => {
  line = await startLine();
  const invited = await invite(line);
  id = invited.id;
  await answer(line, line.browse(), invited.link, 'approves');
});
afterEach(() => line.stop());

const add = () => line.call<{ code?: string; serviceId?: string }>('POST', `/v1/invitations/${id}/add`);
const services = () => pictureOf(line)['services'];
const tokens = async () => (await trips(line)).filter((trip) => trip === 'token (refresh_token)').length;

test('a proof that holds is not asked for again', async () => {
  expect((await add()).status).toBe(201);
  expect(await tokens()).toBe(0);
});

test('one that has faded is renewed first, and the service stands on the new one', async () => {
  await line.pass(twoDaysMs);
  const session = await line.as('Operator');
  const { status } = await session('POST', `/v1/invitations/${id}/add`);
  expect(status).toBe(201);
  expect(await tokens()).toBe(1);
  const lines = (await line.store.read.audit.ofInvitation(id)).slice(-2);
  expect(lines.map(({ action }) => action)).toEqual(['connection.validated', 'invitation.onboarded']);
  const connection = await line.store.read.connections.findByInvitation(id);
  const proof = await line.store.read.validations.findLatest(connection!.id);
  expect(lines[1]!.details).toMatchObject({ validationId: proof!.id, verdict: 'working' });
  expect(Date.parse(proof!.at)).toBeGreaterThan(line.now().getTime() - 60_000);
});

test('one that has faded and cannot be renewed adds nothing, and says that the connection does not work', async () => {
  await line.fault({ revokeGrants: true });
  await line.pass(twoDaysMs);
  const session = await line.as('Operator');
  const { status, body } = await session<{ code: string }>('POST', `/v1/invitations/${id}/add`);
  expect([status, body.code]).toEqual([409, 'connection_not_working']);
  expect(services()).toEqual([]);
  expect(await look(line, id)).toMatchObject({
    status: 'authentication_complete',
    connection: { verdict: 'action_needed' },
  });
});

test('a connection that was seen not to work since adds nothing either, and is not asked again', async () => {
  await line.fault({ revokeGrants: true });
  await line.call('POST', `/v1/connections/${(await look(line, id)).connection!.id}/validate`);
  const before = await tokens();
  expect((await add()).body.code).toBe('connection_not_working');
  expect(await tokens()).toBe(before);
  expect(services()).toEqual([]);
});

test('pressed three times at once it is renewed once, and makes one service', async () => {
  await line.pass(twoDaysMs);
  const session = await line.as('Operator');
  const pressed = await Promise.all([1, 2, 3].map(() => session('POST', `/v1/invitations/${id}/add`)));
  const made = pressed.filter(({ status }) => status === 201);
  expect(made.length).toBeGreaterThan(0);
  expect(pressed.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect(new Set(made.map(({ body }) => body['serviceId'])).size).toBe(1);
  expect(await tokens()).toBe(1);
  expect(services()).toHaveLength(1);
});

test('pressed again, it answers with the service that was made, and is on record once', async () => {
  const [first, again] = [await add(), await add()];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(services()).toHaveLength(1);
  const lines = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
  expect(lines.filter((action) => action === 'invitation.onboarded')).toHaveLength(1);
});
