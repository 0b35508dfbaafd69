import type { BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { requiredPermissions } from '../../practice/walk/steps/required-permissions.ts';
import { OverlayCard } from '../pages/overlay-card.ts';
import type { BladeMode } from '../pages/portal-permissions-page.ts';
import type { JourneyStage } from './journey-stage.ts';
import { bladeModes, portalHosts, visitPortal } from './portal-visit.ts';
import { allOr } from './thorough.ts';

export const everyWay: readonly Way[] = portalHosts.flatMap((host) => bladeModes.map((mode) => ({ host, mode })));

/**
 * Both portals, with the blade in either place; in short, the guest sees one portal and one place. The operator comes by the others on
 * a portal that draws its blades late (operator-on-portal.journey.test.ts).
 */
export const waysOf = {
  operator: allOr(everyWay, []),
  guest: allOr(everyWay, everyWay.slice(1, 2)),
} as const;

interface Way {
  readonly host: (typeof portalHosts)[number];
  readonly mode: BladeMode;
}

/**
 * From the portal's first page to the end of the guide that is open, led by the card alone: every step is passed or proved, the ring
 * stands in the document that holds the list, and the portal has met no event that nobody made. Gives what a script of the page
 * could read at the end.
 */
export async function ledToTheEnd(stage: JourneyStage, browser: BrowserContext, { host, mode }: Way): Promise<string> {
  const { tenantId } = stage.situation.customer;
  const { page, portal, close } = await visitPortal(stage, browser, `https://${host}/${tenantId}`, { mode });
  const before = await stage.oracle.portal();
  const overlay = new OverlayCard(page);
  await overlay.tenantIsRight().waitFor();
  await overlay.button('Take me there').click();
  await portal.heading(/ \| Permissions$/).waitFor();
  expect(new URL(page.url()).host).toBe(host);
  expect(await overlay.tickedSteps(2)).toEqual(['Grant admin consent', 'Compare the permissions']);
  await overlay.text('All required permissions are granted').waitFor();
  expect(await overlay.stepNow().count(), 'nothing is left to do').toBe(0);
  const count = requiredPermissions.length;
  await overlay.text(`${count} of ${count} required permissions granted`).waitFor();
  expect((await overlay.ringed()) === (await portal.bladeDocument())).toBe(true);
  const granted = (await portal.rows('Admin consent')).map(({ claimValue }) => claimValue);
  expect(granted).toEqual(expect.arrayContaining([...requiredPermissions]));
  const readable = await overlay.readableByThePage();
  expect((await stage.oracle.portal()).untrusted).toBe(before.untrusted);
  await close();
  return readable;
}
