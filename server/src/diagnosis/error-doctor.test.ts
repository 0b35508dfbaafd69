import type { DiagnosisView } from '@latchkey/shared/api/diagnosis';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { pasteSamples } from '@latchkey/shared/errors/doctor/paste-samples';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemporaryApp, temporaryConfiguration, type TemporaryApp } from '../temporary-app.ts';
import { openTemporaryMicrosoft, type TemporaryMicrosoft } from '../temporary-microsoft.ts';

let microsoft: TemporaryMicrosoft;
let api: TemporaryApp;
beforeEach(async () => {
  microsoft = await openTemporaryMicrosoft(['contoso.example']);
  api = await openTemporaryApp({ configuration: temporaryConfiguration({ cloud: microsoft.cloud }) });
});
afterEach(async () => {
  await api.close();
  await microsoft.close();
});

async function diagnose(text: string, role: 'Operator' | 'Monitor' = 'Operator'): Promise<DiagnosisView> {
  const answer = await api.call('POST', '/v1/diagnose', { session: await api.signIn(role), body: { text } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as DiagnosisView;
}

async function addContoso(): Promise<InvitationView> {
  const created = await api.call('POST', '/v1/invitations', {
    session: await api.signIn('Operator'),
    headers: { 'idempotency-key': 'a-key-for-one-customer' },
    body: {
      tenant: 'contoso.example',
      fullName: 'Contoso Ltd',
      shortName: 'contoso',
      kind: 'direct-routing',
      licenceType: 'hosted-pro',
      licensedUsers: 5,
    },
  });
  expect(created.status).toBe(201);
  return (await created.json()) as InvitationView;
}

test.each(pasteSamples)('of $name it says the cause, who must act and what to do', async ({ text, diagnosis }) => {
  const { refused, fault, customer } = await diagnose(text);
  expect(refused).toBe(false);
  expect(fault === null ? null : `${fault.source} ${fault.key}`).toBe(diagnosis);
  if (fault !== null) expect(`${fault.title} ${fault.nextStep}`).toMatch(/^[A-Z].*\. .*\.$/s);
  expect(customer).toBeNull();
});

test('the customer is named by the tenant in the text, by its id or its domain', async () => {
  const { id, customer } = await addContoso();
  const about = { id: customer.id, fullName: 'Contoso Ltd', connectionId: null, invitationId: id };
  expect((await diagnose(`AADSTS65001 tenant=${customer.tenantId}`, 'Monitor')).customer).toMatchObject(about);
  expect(
    (await diagnose('https://login.microsoftonline.com/contoso.example/oauth2 AADSTS50011')).customer,
  ).toMatchObject(about);
});

test('another tenant’s text names nobody', async () => {
  await addContoso();
  const { customer } = await diagnose(
    'AADSTS65001 tenant=0b7e1f55-aaaa-4c1d-8e2f-000000000077 https://login.microsoftonline.com/contoso.example/',
  );
  expect(customer).toBeNull();
});

test('the code of a sign-in is refused: nothing is said of the rest, and nothing is looked up', async () => {
  const { customer } = await addContoso();
  const answer = await diagnose(
    `https://a.example/cb?code=1.AXoAkCocb6dLEU2aUg&tenant=${customer.tenantId} AADSTS65001`,
  );
  expect(answer).toEqual({ refused: true, found: null, fault: null, customer: null });
});

test('good news is no outcome: nothing is found, and nothing changes', async () => {
  const { id } = await addContoso();
  const before = await api.store.read.audit.latestSequence();
  const answer = await diagnose('admin_consent=True. Verdict: working. Authentication Complete. HTTP/1.1 200 OK');
  expect(answer.fault).toBeNull();
  expect(JSON.stringify(answer)).not.toMatch(/working|complete/i);
  expect((await api.store.read.invitations.find(id))?.status).toBe('draft');
  expect(await api.store.read.audit.latestSequence()).toBe(before);
});

test('of the text nothing is in the log or in the database; the codes that were found are answered', async () => {
  const canary = 'canary7Qx';
  const answer = await diagnose(`${canary} AADSTS65001 password: ${canary} refresh_token=${canary}0123456789`);
  expect(answer.fault?.key).toBe('65001');
  expect(JSON.stringify(answer)).not.toContain(canary);
  expect(api.logged.join('')).toContain('/v1/diagnose');
  expect(api.logged.join('')).not.toContain(canary);
  const lines = await api.store.read.audit.after(0, 100);
  expect(JSON.stringify(lines)).not.toContain(canary);
});

test.each([{ text: '' }, { text: 'x'.repeat(65_537) }, {}, { text: 5 }])(
  'a body that is no text is refused',
  async (body) => {
    const answer = await api.call('POST', '/v1/diagnose', { session: await api.signIn('Operator'), body });
    expect([422, 413]).toContain(answer.status);
  },
);
