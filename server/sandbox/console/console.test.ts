import { ConsoleFile } from '@latchkey/shared/provider-console/console-file';
import { describe, expect, test } from 'vitest';
import { oracleService } from '../oracle/oracle-service.ts';
import { practise, type Practice } from '../testing/practice.ts';
import { situations } from '../situations/situations.ts';
import { consoleAdapter } from './console-adapter.ts';
import type { ConsoleDoor, ConsoleInvitation, ConsoleService } from './console-data.ts';
import { consoleHost } from './console-host.ts';
import { consoleService } from './console-service.ts';
import { links, readRoute } from './page/route.ts';

const origin = `https://${consoleHost}`;
const order = {
  fullName: 'Fabrikam GmbH',
  shortName: 'fabrikam',
  licence: 'Hosted Pro',
  users: 40,
  method: 'Use M365admin account with known password',
  email: '',
} as const;

function openConsole(practice: Practice = practise()) {
  const app = consoleService(practice.world, practice.log);
  let cookie = '';
  const ask = async (method: string, path: string, body?: unknown) => {
    const init = { method, headers: { cookie }, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await app.request(origin + path, init);
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return {
    practice,
    app,
    ask,
    signIn: () => ask('POST', '/api/session', { username: practice.operator.username }),
    services: async () => (await ask('GET', '/api/services')).body as readonly ConsoleService[],
    invitations: async () => (await ask('GET', '/api/invitations')).body as readonly ConsoleInvitation[],
  };
}

describe('the provider’s console', () => {
  test('shows nobody its record before signing in', async () => {
    const { ask } = openConsole();
    for (const path of ['/api/services', '/api/invitations', '/api/services/contoso7'])
      expect((await ask('GET', path)).status).toBe(401);
    expect((await ask('POST', '/api/services/contoso7/validate')).status).toBe(401);
  });

  test('takes the provider’s own people, and nobody of the customer’s', async () => {
    const { ask, practice } = openConsole();
    const { people } = (await ask('GET', '/api/session')).body as ConsoleDoor;
    expect(people.map(({ username }) => username)).toContain(practice.operator.username);
    expect(people.map(({ username }) => username)).not.toContain(practice.admin.username);
    expect((await ask('POST', '/api/session', { username: practice.admin.username })).status).toBe(401);
    expect((await ask('GET', '/api/services')).status).toBe(401);
    expect((await ask('POST', '/api/session', { username: practice.operator.username })).status).toBe(200);
    expect((await ask('GET', '/api/services')).status).toBe(200);
    await ask('DELETE', '/api/session');
    expect((await ask('GET', '/api/services')).status).toBe(401);
  });

  test.each(situations)('knows the customer of $name by short name and tenant, among others', async (situation) => {
    const { signIn, services, practice } = openConsole(practise({ situation, seed: 12 }));
    await signIn();
    const all = await services();
    const [theirs, ...more] = all.filter(({ tenantId }) => tenantId === practice.tenantId);
    expect(theirs).toMatchObject({ fullName: situation.customer.name, shortName: expect.stringMatching(/^[a-z]+12$/) });
    expect(more).toEqual([]);
    expect(new Set(all.map(({ shortName }) => shortName)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(4);
  });

  test('finds its Validate Authentication successful although nothing was granted, and asks nobody', async () => {
    const { signIn, ask, practice } = openConsole();
    await signIn();
    const before = practice.log.all().length;
    expect(await ask('POST', '/api/services/contoso7/validate')).toEqual({
      status: 200,
      body: { status: 'Successful' },
    });
    expect(
      practice.log
        .all()
        .slice(before)
        .map(({ service }) => service),
    ).toEqual(['console']);
    expect((await ask('POST', '/api/services/nobody/validate')).status).toBe(404);
  });

  test('leads from Add New Customer over Pending Invitations to a service, believing whoever comes back', async () => {
    const { signIn, ask, services, invitations } = openConsole();
    await signIn();
    expect((await ask('POST', '/api/invitations', order)).status).toBe(201);
    const waiting = (await invitations()).find(({ shortName }) => shortName === 'fabrikam');
    expect(waiting).toMatchObject({ status: 'Waiting', emailSent: false, sentCount: 0 });
    expect((await ask('POST', '/api/invitations/fabrikam/add')).status).toBe(409);
    await ask('POST', '/api/invitations/fabrikam/authenticate');
    expect((await ask('GET', '/api/invitations/fabrikam')).body).toMatchObject({ status: 'Authentication Complete' });
    await ask('POST', '/api/invitations/fabrikam/add');
    expect((await services()).map(({ shortName }) => shortName)).toContain('fabrikam');
    expect((await invitations()).map(({ shortName }) => shortName)).not.toContain('fabrikam');
  });

  test.each([
    ['a short name that is taken, in other letters', { ...order, shortName: 'CONTOSO7' }, 409],
    ['a short name with a space', { ...order, shortName: 'a b c' }, 400],
    ['too many users', { ...order, users: 501 }, 400],
    ['a password among it', { ...order, password: 'typed' }, 400],
  ])('refuses an order with %s', async (_, sent, status) => {
    const { signIn, ask } = openConsole();
    await signIn();
    expect((await ask('POST', '/api/invitations', sent)).status).toBe(status);
  });

  test('logs nothing that was typed', async () => {
    const { signIn, ask, practice } = openConsole();
    await signIn();
    await ask('POST', '/api/invitations', { ...order, fullName: 'stranger-name', shortName: 'strangershort' });
    await ask('POST', '/api/invitations/strangershort/authenticate');
    const text = JSON.stringify(practice.log.all());
    expect(text).not.toContain('stranger');
    // The control: the line itself is there.
    expect(text).toContain('/api/invitations/*/authenticate');
  });

  test('tells the oracle what it shows and what was done to it, beside the log', async () => {
    const { app, practice } = openConsole();
    const tell = async (path: string, body: unknown) =>
      (await app.request(origin + path, { method: 'POST', body: JSON.stringify(body) })).status;
    const before = practice.log.all().length;
    expect(await tell('/practice/document', { path: '/services', hash: '', targets: [] })).toBe(204);
    expect(await tell('/practice/event', { type: 'click', trusted: true, label: 'Add Service' })).toBe(204);
    expect(await tell('/practice/event', { type: 'click', trusted: false, label: null })).toBe(204);
    expect(await tell('/practice/event', { type: 'click' })).toBe(400);
    const seen = await (await oracleService(practice.world, practice.log).request('/console')).json();
    expect(seen).toMatchObject({ shown: { path: '/services' }, untrusted: 1 });
    expect((seen as { events: unknown[] }).events).toHaveLength(2);
    expect(practice.log.all()).toHaveLength(before);
  });

  test('shows on every page that it is practice, under a strict policy', async () => {
    const { app } = openConsole();
    for (const path of ['/', links.services, links.settings('contoso7'), '/anything']) {
      const page = await app.request(origin + path);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(await page.text()).toContain('Practice console');
    }
    const script = await app.request(`${origin}/console-page/main.ts`);
    expect(await script.text()).not.toContain('interface');
    for (const name of ['nothing.ts', '..%2Fconsole-api.ts', 'main.test'])
      expect((await app.request(`${origin}/console-page/${name}`)).status).toBe(404);
  });

  test.each(situations)('is described, for $name, by a file that the server takes', (situation) => {
    const { world } = practise({ situation });
    expect(ConsoleFile.safeParse(consoleAdapter(world)).error).toBeUndefined();
  });
});

const tenantId = '0b1f0851-1111-4222-8333-444455556666';

test.each([
  [links.services, { page: 'services' }],
  ['/', { page: 'services' }],
  [links.service('contoso7'), { page: 'service', shortName: 'contoso7' }],
  [links.settings('Zürich'), { page: 'settings', shortName: 'Zürich' }],
  [links.wizard, { page: 'wizard' }],
  [links.newCustomer, { page: 'new' }],
  [links.pending, { page: 'pending' }],
  [links.authentication('fabrikam'), { page: 'authentication', shortName: 'fabrikam' }],
  [links.tenants, { page: 'tenants' }],
  [links.tenant(tenantId), { page: 'tenant', tenantId }],
  ['/elsewhere', { page: 'nowhere' }],
])('%s leads to %o', (address, route: object) => {
  const { pathname, hash } = new URL(address, origin);
  expect(readRoute(pathname, hash)).toEqual(route);
});
