import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { InvitationPages } from '../pages/invitation-pages.ts';
import { MicrosoftPages } from '../pages/microsoft-pages.ts';
import { PopupPage } from '../pages/popup-page.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

let stage: JourneyStage;
beforeAll(async () => {
  stage = await JourneyStage.open();
});
afterAll(() => stage?.close());

/** How often this page was loaded since. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

test('an operator and an administrator, each in a browser of their own, connect a customer by link', async () => {
  const { oracle, situation, administrator } = stage;
  const { fullName, ...rest } = customerOf(situation);
  const customer = { fullName, ...rest };
  const consentApp = situation.registrations.consent.clientId;

  const operatorBrowser = await stage.openOperator();
  const page = await signInToConsole(operatorBrowser, stage.operator);
  const console = new ConsolePages(page);
  await console.addNewCustomer(customer);
  await console.next();
  await console.chooseMethod('Send link to IT administrator for authentication');
  await console.next();
  const popup = await PopupPage.open(operatorBrowser);
  await popup.item(fullName).getByText('Ready to send').waitFor();
  const { link } = await console.shownLink();
  await popup.item(fullName).getByText('Link copied, not started yet').waitFor();
  await console.openPendingInvitations();
  await console.pendingRow(fullName).getByText('Link copied, not started yet').waitFor();
  const loads = [loadsOf(page), loadsOf(popup.page)];

  const beforeStart = await oracle.newest();
  const before = new Set((await oracle.state()).grants.map(({ id }) => id));
  const administratorBrowser = await stage.openStranger('administrator');
  const theirs = await administratorBrowser.newPage();
  await theirs.goto(link);
  const invitation = new InvitationPages(theirs);
  await invitation.startButton().waitFor();
  expect(theirs.url()).toMatch(/\/i\/invitation\?of=inv_[0-9a-z]{26}$/);
  expect(await oracle.requests(beforeStart), 'opening the link asks Microsoft for nothing').toEqual([]);
  await popup.item(fullName).getByText('Link copied, not started yet').waitFor();

  await invitation.start();
  const microsoft = new MicrosoftPages(theirs);
  await microsoft.signIn(administrator);
  await microsoft.box().waitFor();
  const asked = (await oracle.requests(beforeStart)).filter(({ path }) => path.endsWith('/token'));
  expect(asked, 'no token is asked for before the administrator has answered').toEqual([]);
  await microsoft.consentForTheOrganization();
  await theirs.getByRole('heading', { level: 1, name: 'Done, and proved' }).waitFor();

  await console.pendingRow(fullName).getByText('Authentication Complete').waitFor();
  await popup.item(fullName).getByText('Authentication Complete').waitFor();
  expect(
    loads.map((count) => count()),
    'neither page was loaded again',
  ).toEqual([0, 0]);

  await console.add(fullName);
  await console.tab('M365 Settings').waitFor();
  await console.validateAuthentication();
  await console.confirmation(`${fullName} works.`).waitFor();
  const granted = directRoutingDelegated.permissions.map(() => 'Granted');
  expect(await console.findings(), 'all that the profile names, and nothing more').toEqual(granted);
  await popup.heading('Nobody has to act').waitFor();

  const seen = await oracle.requests();
  const grantTypes = new Set(seen.flatMap(({ grantType }) => grantType ?? []));
  expect([...grantTypes].filter((type) => type === 'password')).toEqual([]);
  const answers = seen.filter(({ path, clientId }) => path.endsWith('/sign-in/consent') && clientId === consentApp);
  expect(answers).toHaveLength(1);
  expect(seen.filter(({ path }) => path.endsWith('/adminconsent'))).toEqual([]);
  const fresh = (await oracle.state()).grants.filter(({ id }) => !before.has(id));
  expect(fresh.map(({ consentType }) => consentType)).toEqual(['AllPrincipals']);
});
