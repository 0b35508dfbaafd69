import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStream, mostStreamsAtOnce, operatorRequests } from '../../practice/live/api-requests.ts';
import { until } from '../../practice/live/until.ts';
import { AuditReader } from '../../practice/walk/audit-reader.ts';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { OverlayCard } from '../pages/overlay-card.ts';
import { extensionPage } from '../../practice/stage/browser.ts';
import { PopupPage } from '../pages/popup-page.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { administratorAt, inviteByLink } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { visitPortal } from '../stage/portal-visit.ts';

/* What one browser is told of what happens in another: by the change stream, and by nothing else. How fast is measured by `npm run live`. */

let stage: JourneyStage;
let audit: AuditReader;
beforeAll(async () => {
  stage = await JourneyStage.open();
  audit = new AuditReader(stage.stage.api.database);
});
afterAll(async () => {
  audit?.close();
  await stage?.close();
});

interface Chrome {
  readonly storage: { readonly local: { set(values: object): Promise<void> } };
  readonly alarms: { clearAll(): Promise<boolean> };
}

const requests = (since: number) => operatorRequests(stage.stage.api.logFile, since);
const readsOf = (since: number) => requests(since).filter((request) => !isStream(request));

test('a consent elsewhere shows in card, popup and side panel by the browser’s one stream, after the worker was stopped, and nobody polls', async () => {
  const browser = await stage.openOperator();
  const portal = await visitPortal(
    stage,
    browser,
    `https://entra.microsoft.com/${stage.situation.customer.tenantId}/#home`,
  );
  const console = await signInToConsole(browser, stage.operator);
  const customer = customerOf(stage.situation);
  const { link } = await inviteByLink(new ConsolePages(console), customer);
  await console.close();
  const invitationId = audit.value<{ id: string }>('SELECT id FROM invitations')?.id;
  const panel = await browser.newPage();
  await panel.goto(extensionPage('sidepanel.html'));
  // The popup takes the tab that was looked at before it for the one beneath.
  await portal.page.bringToFront();
  const popup = await PopupPage.open(browser);
  await popup.page.evaluate((id) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome };
    return chrome.storage.local.set({
      'active-guide': { guide: 'check-permissions', invitationId: id, startedAt: Date.now() },
    });
  }, invitationId);
  const card = new OverlayCard(portal.page);
  await card.stepNow().waitFor();
  const device = await stage.openStranger('administrator');
  const { microsoft, invitation } = await administratorAt(device);
  await invitation.open(link);
  await invitation.start();
  await popup.item(customer.fullName).getByText('Opened').waitFor();

  const together = Date.now();
  // Without the alarms, which ask once a minute, only a stream can tell.
  await popup.page.evaluate(() => (globalThis as unknown as { chrome: Chrome }).chrome.alarms.clearAll());
  const stopped = Date.now();
  const session = await browser.newCDPSession(portal.page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
  await until('the next worker to open its stream', () => requests(stopped).find(isStream));
  await until('the next worker to read its guide', () =>
    readsOf(stopped).find(({ route }) => route.endsWith('/guide')),
  );
  expect(await card.proved().count()).toBe(0);
  expect(await card.text('Authentication Complete').count()).toBe(0);

  const before = audit.newest();
  const quiet = Date.now();
  // All the way through Microsoft's pages, of which the server hears nothing: whoever polls is seen.
  await microsoft.signIn(stage.administrator);
  await microsoft.consentForTheOrganization();
  await invitation.says('Done, and proved').waitFor();
  await popup.item(customer.fullName).getByText('Authentication Complete').waitFor();
  await card.text('Authentication Complete').waitFor();
  expect(await card.tickedSteps(1)).toEqual(['Grant admin consent']);

  const first = Date.parse(audit.firstAfter(before)?.at ?? '');
  const early = requests(quiet).filter(({ came }) => came < first);
  expect(early, 'while nothing had happened nobody asked').toEqual([]);
  expect(requests(stopped).filter(isStream), 'opened by the worker that woke').toHaveLength(1);
  expect(mostStreamsAtOnce(stage.stage.api.logFile, together), 'whatever is open').toBe(1);
  await panel.getByText('Proved').first().waitFor();
  const changes = audit.newest() - before;
  const counts = Map.groupBy(readsOf(first), ({ method, route }) => `${method} ${route}`);
  expect([...counts.keys()].toSorted()).toEqual([
    'GET /v1/customers',
    'GET /v1/invitations',
    'GET /v1/invitations/:invitationId',
    'GET /v1/invitations/:invitationId/guide',
  ]);
  // The list is read by popup and side panel.
  for (const [route, asked] of counts) expect(asked.length, route).toBeLessThanOrEqual(2 * changes);
});
