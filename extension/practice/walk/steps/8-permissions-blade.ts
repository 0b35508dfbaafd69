import { MicrosoftPages, windowOpenedBy } from '../../../e2e/pages/microsoft-pages.ts';
import { PortalPermissionsPage } from '../../../e2e/pages/portal-permissions-page.ts';
import { administratorOf } from '../../stage/situation.ts';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { customerOf } from './customer.ts';
import { requiredPermissions } from './required-permissions.ts';

/** Open the token registration's Permissions blade by its deep link, and compare what the page shows with what the server read. */
export async function openThePermissionsBlade(scene: Scene): Promise<Proof> {
  const { console, audit, situation, browser, stage } = scene;
  const before = audit.newest();
  await console.openSettings(customerOf(situation).fullName);
  await console.checkPermissions();
  const row = await audit.wait('permissions.checked', before);
  if (row === undefined) throw new NotProved(8, 'the server read no grants');
  const read = grantedIn(row.details);
  const portal = await windowOpenedBy(browser, () => console.permissionsBladeLink().click());
  const administrator = administratorOf(situation);
  const blade = new PortalPermissionsPage(portal, stage.tenant.blades);
  await new MicrosoftPages(portal).signInUnless(administrator, blade.shell());
  const shown = (await blade.rows('Admin consent')).map(({ claimValue }) => claimValue);
  await scene.photograph('step-8-permissions-blade', portal);
  if (!portal.url().includes(situation.customer.tenantId))
    throw new NotProved(8, 'the blade is that of another tenant');
  const missing = requiredPermissions.filter((value) => !read.includes(value) || !shown.includes(value));
  if (missing.length > 0) throw new NotProved(8, `not on both sides: ${missing.join(', ')}`);
  const differing = [
    ...read.filter((value) => !shown.includes(value)),
    ...shown.filter((value) => !read.includes(value) && !isSignIn(value)),
  ];
  if (differing.length > 0) throw new NotProved(8, `page and server differ on ${differing.join(', ')}`);
  return {
    step: 8,
    what: 'Enterprise applications, the token registration, Permissions',
    proved: `${read.length} permissions read by the server, all of them on the page, none more`,
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(8, row, 'oauth2PermissionGrants'),
    tenantId: situation.customer.tenantId,
    account: administrator.username,
    permissions: read,
  };
}

/** Sign-in scopes stand on the page, and are nobody's requirement. */
const isSignIn = (value: string): boolean => ['openid', 'profile', 'email', 'User.Read'].includes(value);

function grantedIn(details: Readonly<Record<string, unknown>>): readonly string[] {
  const lines = details['permissions'];
  if (!Array.isArray(lines)) throw new NotProved(8, 'the server could not read the grants');
  return lines
    .filter((line) => line.finding === 'granted' || line.finding === 'surplus')
    .map((line) => String(line.value));
}
