import { describe, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { accept, consentAddress, signIn } from '../testing/journeys.ts';
import { practise, type Practice } from '../testing/practice.ts';
import { bladeService } from './blade-service.ts';
import { dataService } from './data-service.ts';
import type { PortalAnswer, PortalApplication, PortalApplicationDetails } from './portal-data.ts';
import { portalService } from './portal-service.ts';

const host = 'https://entra.microsoft.com';
const blades = 'https://sandbox-1.reactblade.portal.azure.net';
const data = 'https://main.iam.ad.ext.azure.com';

function openPortal(practice: Practice) {
  const portal = portalService(practice.world, practice.log, 'entra.microsoft.com');
  const directory = dataService(practice.world, practice.log);
  const browser = openBrowser((url, init) =>
    url.startsWith(host) ? portal.request(url, init) : practice.signIn.request(url, init),
  );
  /** What the shell reads, with its cookie. */
  const session = async (tenant = '') => {
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await portal.request(`${host}/api/session?tenant=${tenant}`, { headers: { cookie } });
    return (await response.json()) as PortalAnswer;
  };
  /** What a blade reads, with the token that the shell gave it, or with another. */
  const read = async (path: string, other?: string, body?: object) => {
    const here = await session();
    const token = other ?? (here.signedIn ? here.bladeToken : '');
    const headers = { authorization: `Bearer ${token}`, origin: blades };
    const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await directory.request(`${data}${path}`, { headers, ...sent });
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
  };
  /** The way of a person: to the login host and back. */
  const enter = async (person = practice.admin, tenant = practice.tenantId) => {
    const start = await browser.open(`${host}/signin/start?tenant=${tenant}`);
    const shown = await signIn({ ...browser, open: () => Promise.resolve(start) }, '', person);
    return shown.left ? browser.open(shown.left.href) : shown;
  };
  return { portal, directory, browser, session, read, enter };
}

describe('the portal', () => {
  test('shows nobody anything before signing in', async () => {
    const practice = practise();
    const { read, session } = openPortal(practice);
    for (const path of ['/api/applications', `/api/applications/${practice.tenantId}`])
      expect((await read(path)).status).toBe(401);
    expect(await session()).toMatchObject({ signedIn: false });
    expect(JSON.stringify(await session())).not.toContain('bladeToken');
  });

  test('asks everybody for a second factor', async () => {
    const practice = practise();
    const { browser } = openPortal(practice);
    const first = await browser.open(`${host}/signin/start?tenant=${practice.tenantId}`);
    const second = await browser.press(first, 'Next', { username: practice.member.username });
    const third = await browser.press(second, 'Sign in', { password: practice.member.password });
    expect(third.buttons).toEqual(['Approve', expect.stringContaining('Authenticator app')]);
  });

  test('knows who is there, and in which tenant', async () => {
    const practice = practise();
    const { session, enter } = openPortal(practice);
    await enter();
    const here = { username: practice.admin.username, tenantId: practice.tenantId, tenantName: 'Contoso Ltd' };
    expect(await session(practice.tenantId)).toMatchObject({ signedIn: true, ...here, domain: 'contoso.com' });
    expect(await session('contoso.com')).toMatchObject({ signedIn: true });
    expect(await session(practice.providerTenantId)).toMatchObject({ signedIn: false });
  });

  test('lets nobody into another tenant', async () => {
    const practice = practise();
    const { session, enter } = openPortal(practice);
    const shown = await enter(practice.operator);
    expect(shown.text).toContain('AADSTS50020');
    expect(await session()).toMatchObject({ signedIn: false });
  });

  test('asks somebody of another tenant which account they want in this one', async () => {
    const practice = practise();
    const { browser, enter } = openPortal(practice);
    await enter();
    const shown = await browser.open(`${host}/signin/start?tenant=${practice.providerTenantId}`);
    expect(shown.text).toContain('Pick an account');
    expect(shown.buttons).toContain('Use another account');
    const again = await browser.open(`${host}/signin/start?tenant=${practice.tenantId}`);
    expect(again.left?.href, 'in their own they are known').toContain(`${host}/signin/index/`);
  });

  test.each([
    [true, 'adminConsent', 'userConsent'],
    [false, 'userConsent', 'adminConsent'],
  ] as const)('with the box %s the permissions stand under %s', async (box, under, notUnder) => {
    const practice = practise();
    const { read, enter } = openPortal(practice);
    await accept(practice.browse(), consentAddress(practice), practice.admin, box);
    await enter();
    const list = (await read('/api/applications')).body as readonly PortalApplication[];
    expect(list.map(({ name }) => name)).toEqual(['Tailspin Travel', 'Wingtip Payroll', 'Northwind Voice Connector']);
    const { objectId } = list.at(-1)!;
    const details = (await read(`/api/applications/${objectId}`)).body as PortalApplicationDetails;
    expect(details[under]).toContainEqual({
      apiName: 'Microsoft Graph',
      claimValue: 'Directory.Read.All',
      permission: 'Read directory data',
      type: 'Delegated',
      grantedThrough: box ? 'Admin consent' : 'User consent',
      grantedBy: box ? 'An administrator' : practice.admin.name,
    });
    expect(details[notUnder]).toEqual([]);
  });

  test('takes no code that is not its own', async () => {
    const practice = practise();
    const { browser, session } = openPortal(practice);
    const { left } = await accept(practice.browse(), consentAddress(practice), practice.admin, true);
    await browser.open(`${host}/signin/index/?code=${left!.searchParams.get('code')}&state=x`);
    expect(await session()).toMatchObject({ signedIn: false });
  });
});

describe('the data of a blade', () => {
  test('goes to blades and portals, and to no other site', async () => {
    const practice = practise();
    const { directory } = openPortal(practice);
    const allowed = async (origin: string) => {
      const headers = { origin, 'access-control-request-method': 'GET' };
      const response = await directory.request(`${data}/api/applications`, { method: 'OPTIONS', headers });
      return response.headers.get('access-control-allow-origin');
    };
    for (const origin of [blades, host, 'https://portal.azure.com']) expect(await allowed(origin)).toBe(origin);
    for (const origin of ['https://example.org', 'https://portal.azure.com.example.org', 'null'])
      expect(await allowed(origin)).toBeNull();
  });

  test('is refused to a made-up token, and to the token of somebody who signed out', async () => {
    const practice = practise();
    const { browser, read, session, enter } = openPortal(practice);
    await enter();
    const here = await session();
    const token = here.signedIn ? here.bladeToken : '';
    expect((await read('/api/applications', token)).status).toBe(200);
    expect((await read('/api/applications', 'made-up')).status).toBe(401);
    await browser.open(`${host}/signout`);
    expect((await read('/api/applications', token)).status).toBe(401);
  });
});

describe('revoking a permission by its row', () => {
  async function consented() {
    const practice = practise();
    const { read, enter } = openPortal(practice);
    await accept(practice.browse(), consentAddress(practice), practice.admin, true);
    const { id } = practice.world.state.directory.servicePrincipal(
      practice.tenantId,
      practice.registrations.consent.clientId,
    )!;
    const path = `/api/applications/${id}`;
    const values = async () =>
      ((await read(path)).body as PortalApplicationDetails).adminConsent.map(({ claimValue }) => claimValue);
    const revoke = (body: object) => read(`${path}/revocations`, undefined, body);
    return { practice, enter, values, revoke };
  }

  test('takes that one, and the rest stays', async () => {
    const { enter, values, revoke } = await consented();
    await enter();
    const before = await values();
    expect((await revoke({ claimValue: 'Directory.Read.All', type: 'Delegated' })).status).toBe(200);
    expect(await values()).toEqual(before.filter((value) => value !== 'Directory.Read.All'));
    expect(before).toContain('Directory.Read.All');
  });

  test('is for administrators of applications', async () => {
    const { practice, enter, values, revoke } = await consented();
    await enter(practice.member);
    const before = await values();
    expect((await revoke({ claimValue: 'Directory.Read.All', type: 'Delegated' })).status).toBe(403);
    expect(await values()).toEqual(before);
  });

  test('needs somebody who is signed in, and a row', async () => {
    const { enter, revoke } = await consented();
    expect((await revoke({ claimValue: 'Directory.Read.All', type: 'Delegated' })).status).toBe(401);
    await enter();
    expect((await revoke({ claimValue: 'Directory.Read.All' })).status).toBe(400);
  });

  test('takes an application permission, too', async () => {
    const { practice, enter, values, revoke } = await consented();
    const { directory } = practice.world.state;
    const graph = directory.resources[0]!;
    const principalId = directory.servicePrincipal(practice.tenantId, practice.registrations.consent.clientId)!.id;
    const resourceId = directory.enlist(practice.tenantId, graph.appId).id;
    for (const { id: appRoleId } of graph.appRoles.slice(0, 2))
      directory.putAssignment({
        ...{ tenantId: practice.tenantId, appRoleId, principalId, resourceId },
        principalType: 'ServicePrincipal',
      });
    await enter();
    const [gone, stays] = graph.appRoles.map(({ value }) => value);
    const before = await values();
    await revoke({ claimValue: gone!, type: 'Application' });
    const after = directory.assignments(practice.tenantId).filter((one) => one.principalId === principalId);
    expect(after.map(({ appRoleId }) => graph.appRoles.find(({ id }) => id === appRoleId)!.value)).toEqual([stays]);
    expect(await values()).toHaveLength(before.length - 1);
  });
});

describe('the pages of the portal', () => {
  const policyOf = (page: Response) => page.headers.get('content-security-policy') ?? '';
  const directive = (page: Response, name: string) =>
    policyOf(page)
      .split('; ')
      .find((one) => one.startsWith(`${name} `));

  const services = (practice: Practice) => ({
    shell: () => portalService(practice.world, practice.log, 'portal.azure.com').request(`${host}/contoso.com/`),
    blade: () => bladeService(practice.world, practice.log, 'sandbox-1').request(`${blades}/React/Index`),
    end: () => portalService(practice.world, practice.log, 'portal.azure.com').request(`${host}/TokenAuthorize`),
  });

  test.each(['shell', 'blade', 'end'] as const)(
    '%s runs nothing without its nonce, which is new each time',
    async (name) => {
      const open = services(practise())[name];
      const [page, again] = [await open(), await open()];
      expect(policyOf(page)).toContain("default-src 'none'");
      expect(directive(page, 'script-src')).toMatch(/^script-src 'nonce-[A-Za-z0-9+/=]{24}'$/);
      expect(directive(page, 'style-src')).toMatch(/^style-src 'nonce-[A-Za-z0-9+/=]{24}'$/);
      expect(policyOf(page)).not.toMatch(/unsafe|\*|https?:(?!\/\/[a-z])/);
      expect(directive(again, 'script-src')).not.toBe(directive(page, 'script-src'));
      const text = await page.text();
      const [, nonce] = /'nonce-([^']+)'/.exec(policyOf(page))!;
      const scripts = [...text.matchAll(/<script[^>]*>([^<]*)<\/script>/g)];
      expect(
        scripts.map(([tag, inside]) => [tag.includes(`nonce="${nonce}"`), tag.includes('src="/'), inside]),
      ).toEqual([[true, true, '']]);
      expect(text).not.toMatch(/\son[a-z]+=|\sstyle=/);
    },
  );

  test('a shell frames blades only, and a blade stands in portals only', async () => {
    const { shell, blade } = services(practise());
    expect(directive(await shell(), 'frame-src')).toBe(`frame-src ${blades} ${blades.replace('-1', '-2')}`);
    expect(directive(await shell(), 'frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directive(await blade(), 'frame-ancestors')).toBe(
      'frame-ancestors https://portal.azure.com https://entra.microsoft.com',
    );
  });

  test('say that they are practice; inside a frame the shell says it', async () => {
    const { shell, end } = services(practise());
    for (const page of [await shell(), await end()])
      expect(await page.text()).toContain('Practice tenant: nothing here is Microsoft');
  });

  test('come with the files that they have, and no other', async () => {
    const { portal } = openPortal(practise());
    const script = await portal.request(`${host}/portal-page/route.ts`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).not.toContain('interface');
    for (const name of ['nothing.ts', '..%2Fportal-service.ts', 'route.test'])
      expect((await portal.request(`${host}/portal-page/${name}`)).status).toBe(404);
  });
});
