import { MicrosoftPages, windowOpenedBy } from '../../../e2e/pages/microsoft-pages.ts';
import { OverlayCard } from '../../../e2e/pages/overlay-card.ts';
import { PortalPermissionsPage } from '../../../e2e/pages/portal-permissions-page.ts';
import { administratorOf } from '../../stage/situation.ts';
import { foundIn } from '../found-in.ts';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { customerOf } from './customer.ts';
import { requiredPermissions } from './required-permissions.ts';

/**
 * From the service's settings to the portal, where the overlay leads on: it has the grants read back, ticks its steps by that proof
 * and rings the list. What the server read is then compared with what the page shows.
 */
export async function openThePermissionsBlade(scene: Scene): Promise<Proof> {
  const { console, audit, situation, browser, stage } = scene;
  const before = audit.newest();
  await console.openSettings(customerOf(situation).fullName);
  const portal = await windowOpenedBy(browser, () => console.permissionsBladeLink().click());
  const administrator = administratorOf(situation);
  const blade = new PortalPermissionsPage(portal, stage.tenant.blades);
  await new MicrosoftPages(portal).signInUnless(administrator, blade.shell());
  const overlay = new OverlayCard(portal);
  await overlay.tenantIsRight().waitFor();
  const row = await audit.wait('permissions.checked', before);
  if (row === undefined) throw new NotProved(8, 'the server read no grants');
  const read = foundIn(8, row.details, 'granted', 'surplus');
  const ticked = await overlay.tickedSteps(2).catch((cause: unknown) => {
    if (!(cause instanceof Error) || cause.name !== 'TimeoutError') throw cause;
    throw new NotProved(8, 'the server proved nothing by which the overlay could tick its steps');
  });
  if ((await overlay.ringed()) !== (await blade.bladeDocument()))
    throw new NotProved(8, 'the ring is not in the document that holds the list');
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
    what: 'Enterprise applications, the token registration, Permissions, led by the overlay',
    proved: `${read.length} permissions read by the server, all of them on the page, none more; the overlay ticked ${ticked.map((step) => `"${step}"`).join(' and ')} by the server's proof`,
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(8, row, 'oauth2PermissionGrants'),
    tenantId: situation.customer.tenantId,
    account: administrator.username,
    permissions: foundIn(8, row.details, 'granted'),
  };
}

/** Sign-in scopes stand on the page, and are nobody's requirement. */
const isSignIn = (value: string): boolean => ['openid', 'profile', 'email', 'User.Read'].includes(value);
