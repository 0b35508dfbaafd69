import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTemporaryApp, temporaryConfiguration, type TemporaryApp } from '../temporary-app.ts';
import { openTemporaryMicrosoft, type TemporaryMicrosoft } from '../temporary-microsoft.ts';

const canary = 'canary7Qx';
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

test('nothing that was sent to us is in the log: no token, no address, no body, no header', async () => {
  const session = await api.signIn('Operator');
  const order = {
    fullName: `Contoso ${canary}`,
    shortName: 'contoso',
    kind: 'direct-routing',
    licenceType: 'hosted-pro',
    licensedUsers: 5,
  };
  const headers = {
    'idempotency-key': `key-${canary}-0123456789`,
    cookie: `__Host-latchkey-invitation=${canary}`,
    'user-agent': canary,
  };
  const created = await api.call('POST', '/v1/invitations', {
    session,
    headers,
    body: { ...order, tenant: 'contoso.example' },
  });
  expect(created.status).toBe(201);
  const calls = [
    api.call('POST', '/v1/invitations', { session, headers, body: { ...order, tenant: `${canary}.example` } }),
    api.call('POST', '/v1/invitations', { session, headers, body: { ...order, [canary]: canary } }),
    api.call('POST', '/v1/invitations', { session, headers, body: `{"${canary}"` }),
    api.call('POST', '/v1/session', { session: `eyJhbGciOiJSUzI1NiJ9.${canary}.${canary}` }),
    api.call('GET', `/v1/tenants?reference=${canary}.example`, { session }),
    api.call('GET', `/v1/invitations/${canary}`, { session }),
    api.call('GET', `/${canary}/${canary}?${canary}=${canary}`, { headers }),
    api.call('GET', `/consent/callback?code=${canary}&state=${canary}`, { headers }),
    api.call('GET', '/i/invitation', { headers }),
    api.call('POST', '/i/open', { body: { token: canary }, headers: { 'sec-fetch-site': 'same-origin' } }),
    api.call('GET', '/v1/changes', { session: canary }),
  ];
  expect((await Promise.all(calls)).every(({ status }) => status < 500)).toBe(true);
  const log = api.logged.join('');
  expect(api.logged.length).toBeGreaterThanOrEqual(calls.length);
  expect(log).not.toContain(canary);
  expect(log.toLowerCase()).not.toContain(canary.toLowerCase());
  expect(log).not.toContain(session);
  expect(log).not.toContain('contoso');
});

test('the search for the canary finds one that was planted', () => {
  const { event } = api.dependencies.log;
  event('server.stopping', { signal: canary });
  expect(api.logged.join('')).toContain(canary);
});

test('every line is one JSON object of an event that is listed', async () => {
  await api.call('GET', '/v1/invitations', { headers: { 'x-request-id': 'a\tb' } });
  for (const line of api.logged) expect(JSON.parse(line)).toMatchObject({ event: expect.any(String) as unknown });
});
