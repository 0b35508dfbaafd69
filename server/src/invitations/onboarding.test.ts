import type { CustomerView } from '@latchkey/shared/api/customers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite } from '../testing/steps.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

test('Add is refused until everything is proved, and makes one service then', async () => {
  const { id, link } = await invite(line);
  const add = () => line.call<{ code?: string; serviceId?: string }>('POST', `/v1/invitations/${id}/add`);
  expect((await add()).body.code).toBe('invitation_move_illegal');
  const browser = line.browse();
  await answer(line, browser, link, 'leaves the box');
  expect((await add()).body.code).toBe('connection_not_proved');
  const address = await browser.start('/i/approve-organization');
  await browser.comeBack((await browser.atMicrosoft(address, line.practice.admin, 'accepts without box')).left!);
  const added = await Promise.all([add(), add(), add()]);
  // Of several at once each is told of the one service, or that somebody was faster.
  const made = added.filter(({ status }) => status === 201);
  expect(new Set(made.map(({ body }) => body.serviceId)).size).toBe(1);
  expect(added.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(pictureOf(line)['services']).toHaveLength(1);

  const customers = await line.call<{ items: CustomerView[] }>(
    'GET',
    `/v1/customers?tenant=${line.practice.situation.customer.domain}`,
  );
  expect(customers.body.items).toMatchObject([{ connection: { verdict: { verdict: 'working' } }, invitation: null }]);
  const services = await line.call<{ items: object[]; total: number }>('GET', '/v1/services');
  expect(services.body).toMatchObject({ total: 1, next: null });
});

test('an invitation past its time is put on record as expired, and can then be cancelled', async () => {
  const late = await startLine();
  const { id } = await invite(late);
  await late.runJob('expire');
  expect((await late.store.read.invitations.find(id))?.status).toBe('ready');
  late.moveClock(14 * 86_400_000);
  await late.runJob('expire');
  await late.runJob('expire');
  expect((await late.store.read.invitations.find(id))?.status).toBe('expired');
  const actions = (await late.store.read.audit.ofInvitation(id)).map(({ action }) => action);
  expect(actions.filter((action) => action === 'invitation.expired')).toHaveLength(1);
  late.moveClock(-14 * 86_400_000);
  expect((await late.call('POST', `/v1/invitations/${id}/cancel`)).status).toBe(200);
  await late.stop();
});

const anOrder = {
  tenant: 'contoso.com',
  fullName: 'Contoso Ltd',
  shortName: 'contoso',
  kind: 'direct-routing',
  licenceType: 'hosted-pro',
  licensedUsers: 50,
};

test('a Monitor may look and validate, changes nothing else, and sees no account name', async () => {
  const watched = await startLine();
  const { id, link } = await invite(watched);
  await answer(watched, watched.browse(), link, 'approves');
  const { serviceId } = (await watched.call<{ serviceId: string }>('POST', `/v1/invitations/${id}/add`)).body;
  const { customerId, id: connectionId } = (await watched.store.read.connections.findByInvitation(id))!;
  const monitor = await watched.as('Monitor');
  // The newest validation is the customer's own consent, until somebody validates.
  const consent = await monitor('GET', `/v1/connections/${connectionId}/validation`);
  const validated = await monitor('POST', `/v1/connections/${connectionId}/validate`);
  expect(validated.status).toBe(200);
  const seen = [JSON.stringify(consent.body), JSON.stringify(validated.body)];
  for (const path of [
    '/v1/invitations?which=all',
    `/v1/invitations/${id}`,
    '/v1/customers',
    `/v1/customers/${customerId}`,
    '/v1/services',
    `/v1/services/${serviceId}`,
    `/v1/connections/${connectionId}`,
    `/v1/connections/${connectionId}/validation`,
    '/v1/changes',
  ]) {
    const { status, body } = await monitor('GET', path);
    expect([path, status]).toEqual([path, 200]);
    seen.push(JSON.stringify(body));
  }
  const { username, objectId } = watched.practice.admin;
  expect(seen.join()).not.toContain(username);
  expect(seen.join()).not.toContain(objectId);
  const operator = JSON.stringify((await watched.call('GET', `/v1/connections/${connectionId}`)).body);
  expect(operator).toContain(username);

  const before = pictureOf(watched);
  for (const [path, body] of [
    ['/v1/invitations', anOrder],
    [`/v1/invitations/${id}/method`, { method: 'invitation-link' }],
    [`/v1/invitations/${id}/link`, undefined],
    [`/v1/invitations/${id}/start-ticket`, undefined],
    [`/v1/invitations/${id}/cancel`, undefined],
    [`/v1/invitations/${id}/add`, undefined],
  ] as const)
    expect((await monitor('POST', path, body)).body['code']).toBe('role_insufficient');
  expect(pictureOf(watched)).toEqual(before);
  await watched.stop();
});

test('a tenant is looked up by domain or id, and our customer in it is named once there is one', async () => {
  const asked = await startLine();
  const { domain, tenantId } = asked.practice.situation.customer;
  const lookUp = (reference: string) => asked.call('GET', `/v1/tenants?reference=${reference}`);
  const stranger = { tenantId, domain, cloud: 'practice', customerId: null };
  expect((await lookUp(domain)).body).toMatchObject(stranger);
  await invite(asked);
  const customerId = expect.stringMatching(/^cus_/);
  expect((await lookUp(domain)).body).toMatchObject({ ...stranger, customerId });
  expect((await lookUp(tenantId)).body).toMatchObject({ tenantId, domain: null, customerId });
  expect((await lookUp('nobody-has-this.example')).status).toBe(404);
  await asked.stop();
});

test('who checks the passwords of a domain is told as Microsoft tells it, and is unknown where it does not', async () => {
  const asked = await startLine();
  const { domain, tenantId } = asked.practice.situation.customer;
  const signInOf = async (typed: string) =>
    (await asked.call('GET', `/v1/domain-sign-in?domain=${typed}`)).body as { signIn?: string; code?: string };
  expect(await signInOf(domain)).toEqual({ domain, signIn: 'managed' });
  await asked.fault({ federated: true });
  expect(await signInOf(domain)).toEqual({ domain, signIn: 'federated' });
  expect(await signInOf('nobody-has-this.example')).toMatchObject({ signIn: 'unknown' });
  expect(await signInOf(tenantId)).toMatchObject({ code: 'tenant_reference_invalid' });
  await asked.stop();
});

test.each(['/v1/invitations?before=x', '/v1/services?before=x', '/v1/customers?before=cus_x'])(
  'a place in a list that nobody gave is refused: %s',
  async (path) => {
    expect((await line.call('GET', path)).status).toBe(422);
  },
);
