import { describe, expect, test } from 'vitest';
import { accept, consentAddress, signIn } from '../testing/journeys.ts';
import { openBrowser } from '../testing/browser.ts';
import { practise, type Practice } from '../testing/practice.ts';
import type { PortalApplication, PortalApplicationDetails } from './portal-data.ts';
import { readRoute, readTenant } from './page/route.ts';
import { portalService } from './portal-service.ts';

const host = 'https://entra.microsoft.com';

function openPortal(practice: Practice) {
  const portal = portalService(practice.world, practice.log, 'entra.microsoft.com');
  const browser = openBrowser((url, init) =>
    url.startsWith(host) ? portal.request(url, init) : practice.signIn.request(url, init),
  );
  const read = async (path: string) => {
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await portal.request(`${host}${path}`, { headers: { cookie } });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  /** The way of a person: to the login host and back. */
  const enter = async (person = practice.admin, tenant = practice.tenantId) => {
    const start = await browser.open(`${host}/signin/start?tenant=${tenant}`);
    const shown = await signIn({ ...browser, open: () => Promise.resolve(start) }, '', person);
    return shown.left ? browser.open(shown.left.href) : shown;
  };
  return { portal, browser, read, enter };
}

describe('the portal', () => {
  test('shows nobody anything before signing in', async () => {
    const practice = practise();
    const { read } = openPortal(practice);
    for (const path of ['/api/applications', `/api/applications/${practice.tenantId}`])
      expect((await read(path)).status).toBe(401);
    expect((await read('/api/session')).body).toEqual({ signedIn: false });
  });

  test('asks everybody for a second factor', async () => {
    const practice = practise();
    const { browser } = openPortal(practice);
    const first = await browser.open(`${host}/signin/start?tenant=${practice.tenantId}`);
    const second = await browser.press(first, 'Next', { username: practice.member.username });
    const third = await browser.press(second, 'Sign in', { password: practice.member.password });
    expect(third.buttons).toEqual(['Approve']);
  });

  test('knows who is there, and in which tenant', async () => {
    const practice = practise();
    const { read, enter } = openPortal(practice);
    await enter();
    expect(await read(`/api/session?tenant=${practice.tenantId}`)).toMatchObject({
      status: 200,
      body: { username: practice.admin.username, tenantId: practice.tenantId, tenantName: 'Contoso Ltd' },
    });
    expect((await read('/api/session?tenant=contoso.com')).body).toMatchObject({ signedIn: true });
    expect((await read(`/api/session?tenant=${practice.providerTenantId}`)).body).toEqual({ signedIn: false });
  });

  test('lets nobody into another tenant', async () => {
    const practice = practise();
    const { read, enter } = openPortal(practice);
    const shown = await enter(practice.operator);
    expect(shown.text).toContain('AADSTS50020');
    expect((await read('/api/session')).body).toEqual({ signedIn: false });
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

  test('serves its page with a strict policy, and only the files that it has', async () => {
    const { portal } = openPortal(practise());
    const page = await portal.request(`${host}/contoso.com/`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await page.text()).toContain('Practice tenant: nothing here is Microsoft');
    const script = await portal.request(`${host}/portal-page/route.ts`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).not.toContain('interface');
    for (const name of ['nothing.ts', '..%2Fportal-service.ts', 'route.test'])
      expect((await portal.request(`${host}/portal-page/${name}`)).status).toBe(404);
  });

  test('takes no code that is not its own', async () => {
    const practice = practise();
    const { browser, read } = openPortal(practice);
    const { left } = await accept(practice.browse(), consentAddress(practice), practice.admin, true);
    await browser.open(`${host}/signin/index/?code=${left!.searchParams.get('code')}&state=x`);
    expect((await read('/api/session')).body).toEqual({ signedIn: false });
  });
});

const objectId = '0b1f0851-1111-4222-8333-444455556666';
const appId = '2e3226b3-79cc-4efb-b94a-8cbe4dc391e2';

test.each([
  ['#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview', { blade: 'applications' }],
  ['#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview/menuId~/null', { blade: 'applications' }],
  [
    `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${objectId}/appId/${appId}`,
    { blade: 'overview', objectId, appId },
  ],
  [
    `#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${objectId}/appId/${appId}/preferredSingleSignOnMode~/null`,
    { blade: 'permissions', objectId, appId },
  ],
  [
    `#blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${objectId}/`,
    { blade: 'permissions', objectId },
  ],
  [
    `#@contoso.com/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/${objectId}`,
    { blade: 'permissions', objectId },
  ],
  ['#view/Microsoft_AAD_IAM/UsersManagementMenuBlade/~/MsGraphUsers', { blade: 'home' }],
  ['', { blade: 'home' }],
])('%s leads to %o', (hash, route: { readonly blade: string; readonly objectId?: string; readonly appId?: string }) => {
  expect(readRoute(hash)).toEqual(route);
});

test.each([
  ['/contoso.com', '#view/x', 'contoso.com'],
  ['/contoso.com/', '#view/x', 'contoso.com'],
  ['/', '#@contoso.com/view/x', 'contoso.com'],
  ['/', '#view/x', ''],
])('%s with %s names the tenant "%s"', (path, hash, tenant) => {
  expect(readTenant(path, hash)).toBe(tenant);
});
