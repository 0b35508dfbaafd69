import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PasswordMethod } from '@latchkey/shared/invitations/method';
import type { Line } from './line.ts';
import { answer } from './steps.ts';

let made = 0;

/** Turns a method on, as an Admin. */
export async function turnOn(line: Line, method: PasswordMethod = 'known-password'): Promise<void> {
  const admin = await line.as('Admin');
  const { status, body } = await admin('POST', `/v1/policies/methods/${method}`, { on: true });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/** Step 1: a customer whose invitation has no method yet. */
export async function draft(line: Line): Promise<{ readonly id: string; readonly customerId: string }> {
  const { customer } = line.practice.situation;
  const { status, body } = await line.call<InvitationView>('POST', '/v1/invitations', {
    tenant: customer.domain,
    fullName: customer.name,
    shortName: `password${(made += 1)}`,
    kind: 'direct-routing',
    licenceType: 'hosted-pro',
    licensedUsers: 50,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: body.id, customerId: body.customer.id };
}

export const acknowledgement = { name: 'Megan Bowen', date: '2026-11-02', how: 'By signed mail' };

/** Everything before the first click on "here": switch, acknowledgement, method, name and password. */
export async function typed(
  line: Line,
  password: string = line.practice.admin.password,
  method: PasswordMethod = 'known-password',
) {
  await turnOn(line, method);
  const { id, customerId } = await draft(line);
  await line.call('POST', `/v1/customers/${customerId}/acknowledgement`, acknowledgement);
  await line.call('POST', `/v1/invitations/${id}/method`, { method });
  const { username } = line.practice.admin;
  const given = await line.call('POST', `/v1/customers/${customerId}/password`, { username, password });
  if (given.status !== 200) throw new Error(JSON.stringify(given.body));
  return { id, customerId, given };
}

/** The address that "here" opens. */
async function here(line: Line, id: string): Promise<string> {
  const { status, body } = await line.call<{ startPage: string }>('POST', `/v1/invitations/${id}/start-ticket`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.startPage;
}

/** Steps 1 to 6 by the known password: the connection stands on it. */
export async function connectedByPassword(line: Line, password?: string) {
  const { id, customerId } = await typed(line, password);
  await answer(line, line.browse(), await here(line, id), 'approves');
  const connection = await line.store.read.connections.findByCustomer(customerId);
  if (connection === undefined) throw new Error('no connection was made');
  return { id, customerId, connectionId: connection.id };
}

/** How often the practice tenant was asked by a password. */
export const passwordCalls = async (line: Line): Promise<number> =>
  (await line.requests()).filter(({ grantType }) => grantType === 'password').length;
