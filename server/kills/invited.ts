import { randomUUID } from 'node:crypto';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { line } from './acknowledged.ts';
import { NoAnswer, Stuck } from './client.ts';
import { consent } from './consent.ts';
import { letRunOut } from './expired.ts';
import { sendByMail, untilProofIsMailed } from './mails.ts';
import { deletePassword, testPassword, turnOn, typePassword } from './password-steps.ts';
import { approveOrganization, beReviewed } from './approvals.ts';
import { look, validateOnce } from './look.ts';
import { good, invitationOf, isByLink, isByMail, signIn, type Walk } from './walker.ts';

/** One customer who is invited, as an operator and the customer's admin walk it, by any of the methods. */
export async function walkInvited(here: Walk): Promise<void> {
  const { method } = here;
  const byPassword = !isByLink(here);
  await signIn(here, byPassword ? 'Admin' : 'Operator');
  if (byPassword) await turnOn(here);
  const { id, customer } = await addCustomer(here);
  if (byPassword) await acknowledge(here, customer.id);
  await chooseMethod(here, id);
  if (method === 'mailed') await sendByMail(here, id);
  if (method === 'expired') await letRunOut(here, id);
  if (byPassword) await typePassword(here, customer.id, 'password');
  if (method === 'service-account') await beReviewed(here, id);
  await consent(here, id);
  const connectionId = await proveIfNeeded(here, id);
  await add(here, id);
  if (method === 'approved-again') await approveAgain(here);
  if (method === 'mailed') await cancelAnother(here);
  await look(here, 'check', connectionId, 'permissions/check');
  await look(here, 'validate', connectionId, 'validate');
  if (isByMail(here)) await untilProofIsMailed(here, id);
  if (method !== 'known-password') return;
  await testPassword(here, customer.id);
  await typePassword(here, customer.id, 'replace');
  await deletePassword(here, customer.id);
}

/** The same customer once more, who leaves the box: what works stays until the organisation has approved. */
async function approveAgain(here: Walk): Promise<void> {
  await here.practice.revokeGrants();
  const { id } = await addCustomer(here, 'voice2');
  await chooseMethod(here, id);
  await consent(here, id, 'leaves the box');
  await approveOrganization(here, id);
  await proveIfNeeded(here, id);
  await add(here, id);
}

/** The same customer is asked once more, and the operator takes it back. */
async function cancelAnother(here: Walk): Promise<void> {
  const { client } = here;
  const { id } = await addCustomer(here, 'voice2', 'given back');
  await chooseMethod(here, id);
  await client.step('cancel', async () => {
    if ((await invitationOf(here, id)).status === 'cancelled') return;
    const promises = () => [
      { table: 'invitations', where: { id, status: 'cancelled' } },
      line('invitation.cancelled', { invitation_id: id }),
    ];
    good(await client.call('POST', `/v1/invitations/${id}/cancel`, { promises }));
  });
}

/** `shortNameIs`: whether its short name is still taken at the end, or was given back with the invitation. */
function addCustomer(
  { client, practice }: Walk,
  shortName = 'voice',
  shortNameIs: 'kept' | 'given back' = 'kept',
): Promise<InvitationView> {
  // One key for as long as the form says the same, as the console does it.
  const key = randomUUID();
  const { name, domain } = practice.situation.customer;
  const body = {
    tenant: domain,
    fullName: name,
    shortName,
    kind: 'direct-routing',
    licenceType: 'hosted-pro',
    licensedUsers: 50,
  };
  return client.step('customer', async () =>
    good(
      await client.call<InvitationView>('POST', '/v1/invitations', {
        body,
        key,
        promises: ({ body: { id, customer } }) => [
          { table: 'customers', where: { id: customer.id, tenant_id: customer.tenantId } },
          { table: 'invitations', where: { id, customer_id: customer.id } },
          ...(shortNameIs === 'kept' ? [{ table: 'short_names', where: { invitation_id: id } }] : []),
          { table: 'idempotency', where: { key } },
          line('invitation.created', { invitation_id: id }),
        ],
      }),
    ),
  );
}

const acknowledgement = { name: 'Megan Bowen', date: '2026-11-02', how: 'By signed mail' };

async function acknowledge({ client }: Walk, customerId: string): Promise<void> {
  await client.step('acknowledgement', async () =>
    good(
      await client.call('POST', `/v1/customers/${customerId}/acknowledgement`, {
        body: acknowledgement,
        promises: ({ requestId }) => [
          { table: 'acknowledgements', where: { customer_id: customerId, name: acknowledgement.name } },
          line('customer.acknowledged', { request_id: requestId }),
        ],
      }),
    ),
  );
}

async function chooseMethod(here: Walk, id: string): Promise<void> {
  const { client } = here;
  const method = isByLink(here) ? 'invitation-link' : here.method;
  await client.step('method', async () => {
    if ((await invitationOf(here, id)).method !== null) return;
    const promises = () => [
      { table: 'invitations', where: { id, method } },
      line('invitation.method_chosen', { invitation_id: id }),
    ];
    good(await client.call('POST', `/v1/invitations/${id}/method`, { body: { method }, promises }));
  });
}

/** A consent that is on record and not proved yet is validated, until it is. */
function proveIfNeeded(here: Walk, id: string): Promise<string> {
  return here.client.step('proof', async () => {
    const { status, connection } = await invitationOf(here, id);
    if (connection === null) throw new Stuck(`${status}, and no connection`);
    if (status === 'authentication_complete') return connection.id;
    await validateOnce(here, connection.id, 'validate');
    throw new NoAnswer('not proved yet');
  });
}

async function add(here: Walk, id: string): Promise<void> {
  const { client } = here;
  await client.step('add', async () => {
    if ((await invitationOf(here, id)).status === 'onboarded') return;
    good(
      await client.call<{ readonly serviceId: string }>('POST', `/v1/invitations/${id}/add`, {
        promises: ({ body: { serviceId } }) => [
          { table: 'services', where: { id: serviceId, invitation_id: id } },
          { table: 'invitations', where: { id, status: 'onboarded' } },
          line('invitation.onboarded', { invitation_id: id, service_id: serviceId }),
        ],
      }),
    );
  });
}
