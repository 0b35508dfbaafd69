import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { memoryOf } from '../pages/extension-memory.ts';
import { windowOpenedBy } from '../pages/microsoft-pages.ts';
import { PopupOnScreen } from '../pages/popup-on-screen.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { inviteByLink, reachConsent } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { ledToTheEnd, waysOf } from '../stage/led-on-portal.ts';
import { RealScreen } from '../stage/real-screen.ts';

/* The customer's administrator is led too: from the page with the result, by a real press on the toolbar, to the end on every portal. */

const somebodyElse = 'Litware Kitchens';

let screen: RealScreen | undefined;
let stage: JourneyStage;
let guest: BrowserContext;
let offering: Page;

beforeAll(async () => {
  if (RealScreen.whyNot() !== undefined) return;
  screen = await RealScreen.open();
  stage = await JourneyStage.open();
  const operators = await stage.openOperator();
  const console = await signInToConsole(operators, stage.operator);
  const customer = customerOf(stage.situation);
  const { link } = await inviteByLink(new ConsolePages(console), customer);
  await inviteByLink(new ConsolePages(console), {
    ...customer,
    fullName: somebodyElse,
    shortName: 'other',
    tenant: stage.situation.provider.tenantId,
  });
  await operators.close();
  guest = await stage.openGuest('guest', screen.display);
  const { page, invitation, microsoft } = await reachConsent(guest, link, stage.administrator);
  await microsoft.consentForTheOrganization();
  await invitation.says('Done, and proved').waitFor();
  offering = page;
});
afterAll(async () => {
  await stage?.close();
  await screen?.close();
});
beforeEach((context) => {
  const why = RealScreen.whyNot();
  if (why !== undefined) context.skip(why);
});

interface GuestSession {
  readonly session: string;
  readonly origin: string;
  readonly invitationId: string;
}

describe('a guest', { shuffle: false }, () => {
  test('is shown by whom they are led, confirms it once, and nothing is asked before', async () => {
    await offering.getByRole('button', { name: 'Show me in the Azure portal' }).click();
    await offering.getByRole('heading', { level: 1, name: 'See it in the Azure portal' }).waitFor();
    await offering.bringToFront();
    if (screen === undefined) throw new Error('There is no screen.');
    const popup = await PopupOnScreen.open(screen, guest, offering);
    await expect.poll(() => popup.text(), { timeout: 15_000 }).toContain('Be led through this invitation');
    const { provider, registrations } = stage.situation;
    const said = await popup.text();
    for (const part of [new URL(stage.origin).host, provider.name, registrations.consent.clientId])
      expect(said).toContain(part);
    expect(said).not.toContain(somebodyElse);
    expect((await memoryOf(guest)).session, 'nothing was exchanged yet').not.toHaveProperty('guest-session');

    const portal = await windowOpenedBy(guest, () => popup.press('Show me in the portal'));
    await popup.close();
    await portal.waitForURL(/^https:\/\/(entra|portal|login)\./);
    await portal.close();
    const { local, session } = await memoryOf(guest);
    expect(session).toHaveProperty('guest-session');
    expect(session, 'nobody signed in as an operator').not.toHaveProperty('api-session');
    expect(JSON.stringify(local)).not.toContain((session['guest-session'] as GuestSession).session);
  });

  test.each(waysOf.guest)('is led by the card to the last step, proved by the server: $host, $mode', async (way) => {
    const readable = await ledToTheEnd(stage, guest, way);
    expect(readable).not.toContain(somebodyElse);
  });

  test('gets nothing but the guide of the one invitation from the server', async () => {
    const kept = (await memoryOf(guest)).session['guest-session'] as GuestSession;
    const ask = async (path: string) =>
      fetch(`${kept.origin}${path}`, { headers: { authorization: `Bearer ${kept.session}` } });
    expect((await ask(`/v1/invitations/${kept.invitationId}/guide`)).status).toBe(200);
    for (const path of ['/v1/customers', '/v1/invitations', '/v1/session', `/v1/invitations/${kept.invitationId}`]) {
      const answer = await ask(path);
      expect([401, 403, 404], path).toContain(answer.status);
      expect(await answer.text(), path).not.toContain(somebodyElse);
    }
  });
});
