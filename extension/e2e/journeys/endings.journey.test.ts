import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { extensionPage } from '../../practice/stage/browser.ts';
import { AuditReader } from '../../practice/walk/audit-reader.ts';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { administratorAt, inviteByLink, reachConsent as consentPageOf } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/*
 * How else an invitation can end, in real browsers: what the administrator reads, what the operator reads, and what was
 * not kept. The tests share a stage and stand in an order: clocks only go ahead. A thorough run has them: what the server says of each
 * is tested in server/src/consent and server/src/invitation-pages.
 */

const minute = 60_000;
const day = 24 * 60 * minute;

let stage: JourneyStage;
let operatorBrowser: BrowserContext;
/** The administrator's two devices. */
let desk: BrowserContext;
let phone: BrowserContext;
let operatorPage: Page;
let operator: ConsolePages;
let fullName: string;
let invited = 0;

beforeAll(async () => {
  stage = await JourneyStage.open();
  [operatorBrowser, desk, phone] = await Promise.all([
    stage.openOperator(),
    stage.openStranger('desk'),
    stage.openStranger('phone'),
  ]);
  operatorPage = await signInToConsole(operatorBrowser, stage.operator);
  operator = new ConsolePages(operatorPage);
  fullName = customerOf(stage.situation).fullName;
});
afterAll(() => stage?.close());

beforeEach(async () => {
  await Promise.all([desk.clearCookies(), phone.clearCookies(), stage.oracle.fault({ revokeGrants: true })]);
});

/** A new invitation for the customer, and its link; leaves the operator on Pending Invitations. */
async function invite(): Promise<{ readonly link: string; readonly typedCode: string }> {
  invited += 1;
  const shown = await inviteByLink(operator, { ...customerOf(stage.situation), shortName: `contoso${invited}` });
  await operator.openPendingInvitations();
  return shown;
}

const reachConsent = (device: BrowserContext, link: string) => consentPageOf(device, link, stage.administrator);

const operatorReads = (status: string) => operator.pendingRow(fullName).getByText(status).waitFor();

/** Token requests with the consent app, since. */
const redeemedSince = async (sequence: number) =>
  (await stage.oracle.requests(sequence)).filter(
    ({ path, clientId }) => path.endsWith('/token') && clientId === stage.situation.registrations.consent.clientId,
  );

/** What was begun at Microsoft, or asked of it, since. */
const begunSince = async (sequence: number) =>
  (await stage.oracle.requests(sequence)).filter(({ path }) => /authorize|\/token$/.test(path));

/** What was granted to the consent app for everybody in the customer's organisation. */
async function grantedToAll() {
  const { grants, servicePrincipals } = await stage.oracle.state();
  const { consent } = stage.situation.registrations;
  const ours = servicePrincipals.find(
    ({ appId, tenantId }) => appId === consent.clientId && tenantId === stage.situation.customer.tenantId,
  );
  return grants.filter(({ clientId, consentType }) => clientId === ours?.id && consentType === 'AllPrincipals');
}

describe('how else it ends', { shuffle: false }, () => {
  test('a link that never existed is told nothing, and neither is a code', async () => {
    const before = await stage.oracle.newest();
    const { invitation, page } = await administratorAt(desk);
    await invitation.open(`${stage.origin}/i#${'A'.repeat(43)}`);
    await invitation.says('This link is not known here').waitFor();
    expect(page.url()).toBe(`${stage.origin}/i`);
    expect(await page.textContent('body')).not.toContain(fullName);
    await invitation.typeCode('0000-0000-0000-0000');
    await page.getByText('This code is not known here').waitFor();
    expect(await page.textContent('body')).not.toContain(fullName);
    expect(await invitation.startButton().count()).toBe(0);
    expect(await stage.oracle.requests(before), 'Microsoft hears nothing of it').toEqual([]);
  });

  test('a declined request keeps nothing, and may be looked at once more', async () => {
    const { link } = await invite();
    const before = await stage.oracle.newest();
    const { microsoft, invitation } = await reachConsent(desk, link);
    await microsoft.decline();
    await invitation.says('The request was declined').waitFor();
    await operatorReads('Declined');
    await operator.pendingRow(fullName).getByText('Customer').first().waitFor();
    expect(await redeemedSince(before)).toEqual([]);
    await invitation.lookAgain().click();
    await invitation.startButton().waitFor();
    await operator.cancel(fullName);
  });

  test('a link that arrived incomplete is opened by the typed code', async () => {
    const { typedCode } = await invite();
    const before = await stage.oracle.newest();
    const { invitation, page } = await administratorAt(desk);
    await invitation.open(`${stage.origin}/i`);
    await invitation.says('This link arrived incomplete').waitFor();
    await invitation.typeCode(typedCode.toLowerCase().replaceAll('-', ' '));
    await invitation.startButton().waitFor();
    expect(await page.textContent('main')).toContain(fullName);
    expect(await begunSince(before), 'to open it begins nothing').toEqual([]);
    await operatorReads('Link copied, not started yet');
    await operator.cancel(fullName);
  });

  test('an invitation that was cancelled while Microsoft was asked takes no answer', async () => {
    const { link } = await invite();
    const { microsoft, invitation } = await reachConsent(desk, link);
    await operatorReads('Opened');
    await operator.cancel(fullName);
    const before = await stage.oracle.newest();
    await microsoft.consentForTheOrganization();
    await invitation.says('This invitation was cancelled').waitFor();
    expect(await redeemedSince(before), 'the code is worth nothing to us').toEqual([]);
    await invitation.open(link);
    await invitation.says('This invitation was cancelled').waitFor();
    expect(await invitation.startButton().count()).toBe(0);
  });

  test('without the box the consent holds for one person; approving for the organisation completes it', async () => {
    const { link } = await invite();
    const { microsoft, invitation } = await reachConsent(desk, link);
    await microsoft.consentForOneself();
    await invitation.says('One box was not ticked').waitFor();
    await operatorReads('Approved for one person only');
    expect(await grantedToAll(), 'one person is not the organisation').toEqual([]);
    expect(await operator.pendingRow(fullName).getByText('Authentication Complete').count()).toBe(0);
    await invitation.approveForTheOrganization();
    await microsoft.accept().waitFor();
    expect(await microsoft.box().count(), 'this page has no box to overlook').toBe(0);
    await microsoft.accept().click();
    await invitation.says('Done, and proved').waitFor();
    expect(await grantedToAll()).not.toEqual([]);
    await operatorReads('Authentication Complete');
    await operator.add(fullName);
    await operator.tab('M365 Settings').waitFor();
  });

  test('of two devices the newer start counts, and its answer counts once', async () => {
    const { link } = await invite();
    const atDesk = await reachConsent(desk, link);
    const onPhone = await reachConsent(phone, link);
    await atDesk.microsoft.consentForTheOrganization();
    await atDesk.invitation.says('You started again in another window').waitFor();
    await operatorReads('Opened');

    const [answer] = await Promise.all([
      onPhone.invitation.callback(),
      onPhone.microsoft.consentForTheOrganization(),
      onPhone.invitation.says('Done, and proved').waitFor(),
    ]);
    await operatorReads('Authentication Complete');
    const before = await stage.oracle.newest();
    await onPhone.invitation.open(answer);
    await onPhone.invitation.says('This answer was already taken').waitFor();
    await atDesk.invitation.open(answer);
    await atDesk.invitation.says('The answer came to another browser').waitFor();
    await atDesk.invitation.open(link);
    await atDesk.invitation.says('This invitation has done its work').waitFor();
    expect(await atDesk.invitation.startButton().count()).toBe(0);
    expect(await redeemedSince(before)).toEqual([]);
    await operator.add(fullName);
    await operator.tab('M365 Settings').waitFor();
  });

  test('somebody of another organisation is kept by Microsoft; what its page says, pasted, tells both', async () => {
    const { link } = await invite();
    const before = await stage.oracle.newest();
    const { invitation, microsoft, page } = await administratorAt(desk);
    await invitation.open(link);
    await invitation.start();
    await microsoft.signIn({ ...stage.operator, mfa: false });
    await page
      .getByText(/AADSTS\d+/)
      .first()
      .waitFor();
    const said = await page.locator('body').innerText();
    await invitation.openAgain(stage.origin);
    await invitation.pasteError(said);
    await invitation.says('That was another organisation').waitFor();
    await operatorReads('Signed in to another tenant');
    expect(await redeemedSince(before)).toEqual([]);
    await operator.cancel(fullName);
  });

  test('a policy that keeps the administrator is named to both once it is pasted, and proves nothing', async () => {
    const { link } = await invite();
    const before = await stage.oracle.newest();
    const { invitation } = await reachConsent(desk, link);
    await invitation.openAgain(stage.origin);
    await invitation.pasteError('AADSTS53003: Access has been blocked by Conditional Access policies.');
    await operatorReads('Not allowed');
    expect(await invitation.says('Done, and proved').count()).toBe(0);
    expect(await redeemedSince(before)).toEqual([]);
    await operator.cancel(fullName);
  });

  test('silence after Start is said to both, and who must act', async () => {
    const { link } = await invite();
    const before = await stage.oracle.newest();
    const { invitation, page } = await reachConsent(desk, link);
    await operatorReads('Opened');
    await stage.moveClock(5 * minute);
    await invitation.open(`${stage.origin}/i/invitation`);
    await page.getByText('Microsoft has not answered').waitFor();
    await invitation.startButton().waitFor();

    const later = await operatorBrowser.newPage();
    await later.clock.install();
    await later.goto(extensionPage('console.html#/invitations'));
    const row = new ConsolePages(later).pendingRow(fullName);
    await row.getByText('Opened').waitFor();
    await later.clock.fastForward(10 * minute);
    await row.getByText('No answer from Microsoft').waitFor();
    expect(await row.getByText('Customer').count()).toBeGreaterThan(0);
    expect(await redeemedSince(before), 'silence is nothing to go by').toEqual([]);
    await later.close();
    await operator.cancel(fullName);
  });

  test('approved, and too early to say: it settles by itself, and is green only then', async () => {
    const { link } = await invite();
    const { microsoft, invitation, page } = await reachConsent(desk, link);
    await stage.oracle.fault({ settlingSeconds: 600 });
    await microsoft.consentForTheOrganization();
    await invitation.says('Approved. Microsoft needs a few minutes').waitFor();
    await operatorReads('Consented, settling');
    expect(await operator.pendingRow(fullName).getByText('Authentication Complete').count()).toBe(0);
    await stage.oracle.fault({ settlingSeconds: 0 });
    await stage.moveClock(11 * minute);
    await operatorReads('Authentication Complete');
    await page.reload();
    await invitation.says('Done, and proved').waitFor();
    await operator.add(fullName);
    await operator.tab('M365 Settings').waitFor();
  });

  test('an invitation past its time is over, and so is the session of then', async () => {
    const { link } = await invite();
    const { invitation, page } = await administratorAt(desk);
    await invitation.open(link);
    await invitation.startButton().waitFor();
    const before = await stage.oracle.newest();
    await stage.moveClock(15 * day);
    await invitation.open(link);
    await invitation.says('This invitation has expired').waitFor();
    expect(await invitation.startButton().count()).toBe(0);
    await invitation.askButton().dblclick();
    await page.getByText('that you want a new one').waitFor();
    expect(await invitation.askButton().count(), 'once is enough').toBe(0);
    const audit = new AuditReader(stage.stage.api.database);
    const asked = `SELECT count(*) AS n FROM audit WHERE action = 'invitation.new_one_asked'`;
    expect(audit.value<{ n: number }>(asked)?.n, 'pressed twice').toBe(1);
    audit.close();
    expect(await stage.oracle.requests(before)).toEqual([]);

    await operatorPage.reload();
    await operatorPage.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await signInToConsole(operatorBrowser, stage.operator);
    const later = await operatorBrowser.newPage();
    await later.clock.install({ time: Date.now() + 15 * day });
    await later.goto(extensionPage('console.html#/invitations'));
    const row = new ConsolePages(later).pendingRow(fullName);
    await row.getByText('Expired, new one wanted').waitFor();
    await row.getByText('The customer asked for a new one').waitFor();
    await row.getByRole('button', { name: `Renew: ${fullName}` }).waitFor();
    await row.getByRole('button', { name: `Cancel: ${fullName}` }).click();
    await later.getByRole('button', { name: 'Cancel the invitation' }).click();
    await row.waitFor({ state: 'detached' });
  });
});
