import { afterEach, beforeEach, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { answer, invite } from '../testing/steps.ts';
import type { Delivery } from './alert-repository.ts';

let line: Line;
let path: string;
beforeEach(async () => {
  line = await startLine({ settlingMinutes: 1 });
  const admin = await line.as('Admin');
  const url = 'https://hooks.northwindvoice.example/';
  await admin('POST', '/v1/alert-targets', {
    id: 'ops',
    follows: 0,
    url,
    secret: 'a secret of thirty characters!',
    on: true,
    quiet: null,
  });
  const { id, link } = await invite(line);
  await answer(line, line.browse(), link, 'approves');
  path = `/v1/connections/${(await line.store.read.connections.findByInvitation(id))!.id}/validate`;
});
afterEach(() => line.stop());

const validate = () => line.call('POST', path);
const mails = async () =>
  (
    (await (await fetch(`${line.practice.oracle}/mails`)).json()) as {
      mails: { to: string[]; subject: string; text: string }[];
    }
  ).mails;
/** What waits to be sent, in its order. */
async function waiting(): Promise<readonly Delivery['alert'][]> {
  const now = new Date(line.now().getTime() + 1000).toISOString();
  return (await line.store.alertQueue.claim({ kind: 'webhook', now, leasedUntil: now, limit: 50 })).map(
    ({ alert }) => alert,
  );
}

test('somebody is told that a connection works, that it no longer does, and that it does again: once each', async () => {
  await validate();
  await validate();
  line.moveClock(2 * 60_000);
  await line.fault({ lie: 'wrong-tenant' });
  await validate();
  await validate();
  await line.fault({ lie: null });
  await validate();
  const alerts = await waiting();
  expect(alerts.map(({ data, to }) => [data['from'], to])).toEqual([
    [null, 'working'],
    ['working', 'action_needed'],
    ['action_needed', 'working'],
  ]);
  expect(alerts[1]?.data).toMatchObject({
    cause: 'tenant_mismatch',
    owner: 'provider',
    customer: { fullName: line.practice.situation.customer.name },
  });
  expect(JSON.stringify(alerts)).not.toContain(line.practice.admin.username);
});

test('that Microsoft throttles is nothing to be told, and neither is that it answers again', async () => {
  await line.fault({ graph: { status: 429, retryAfter: 1, on: 'request' } });
  line.moveClock(2 * 60_000);
  expect((await validate()).body['verdict']).toMatchObject({ verdict: 'unreachable' });
  line.moveClock(10_000);
  expect((await validate()).body['verdict']).toMatchObject({ verdict: 'working' });
  expect((await waiting()).map(({ to }) => to)).toEqual(['working']);
});

test('who is told by mail finds it in their mailbox, with the way to that customer, and no name of a person', async () => {
  const admin = await line.as('Admin');
  const url = 'mailto:desk@northwindvoice.example';
  expect(
    (await admin('POST', '/v1/alert-targets', { id: 'desk', follows: 0, url, on: true, quiet: null })).status,
  ).toBe(200);
  await validate();
  line.moveClock(2 * 60_000);
  await line.fault({ lie: 'wrong-tenant' });
  await validate();
  await line.runJob('alert-mails');
  const { name } = line.practice.situation.customer;
  // That it worked was true once; by the time of sending something else is.
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: ['desk@northwindvoice.example'], subject: `${name}: Action needed` });
  expect(mail?.text).toContain('The answer came from another tenant than the customer’s.');
  expect(mail?.text).toContain('Who must act: You, Northwind Voice');
  expect(mail?.text).not.toContain(line.practice.admin.username);
  expect(line.logged()).not.toContain('desk@');
});
