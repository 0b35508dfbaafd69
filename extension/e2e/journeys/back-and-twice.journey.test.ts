import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { administratorAt, inviteByLink } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/*
 * What a person does in a browser that nobody meant: the back button, a button pressed twice, a network that is gone. Each time a
 * page says something and offers a way on, and by it they get to the end.
 */

let stage: JourneyStage;
let desk: BrowserContext;
let operator: ConsolePages;
let fullName: string;
let invited = 0;

beforeAll(async () => {
  stage = await JourneyStage.open();
  const [operatorBrowser, device] = await Promise.all([stage.openOperator(), stage.openStranger('desk')]);
  desk = device;
  operator = new ConsolePages(await signInToConsole(operatorBrowser, stage.operator));
  fullName = customerOf(stage.situation).fullName;
});
afterAll(() => stage?.close());
beforeEach(async () => {
  await Promise.all([desk.clearCookies(), stage.oracle.fault({ revokeGrants: true })]);
});

async function invite(): Promise<string> {
  invited += 1;
  const { link } = await inviteByLink(operator, { ...customerOf(stage.situation), shortName: `back${invited}` });
  await operator.openPendingInvitations();
  return link;
}

/** A page for a person: a heading, and no bare JSON. */
async function isForAPerson(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.textContent('body')).not.toMatch(/^\s*\{"type"/);
}

test('Start pressed twice, back from Microsoft, loaded again, back from the result: each page speaks, and the end is reached', async () => {
  const link = await invite();
  const { page, invitation, microsoft } = await administratorAt(desk);
  await invitation.open(link);
  await invitation.startButton().dblclick();
  await microsoft.isThere();

  await page.goBack();
  await isForAPerson(page);
  // The address of the form, typed or restored, leads to the page with the form.
  await page.goto(`${stage.origin}/i/start`);
  expect(new URL(page.url()).pathname).toBe('/i/invitation');
  await isForAPerson(page);

  await invitation.start();
  await microsoft.signIn(stage.administrator);
  await microsoft.accept().waitFor();
  await microsoft.consentForTheOrganization();
  await invitation.says('Done, and proved').waitFor();
  await page.reload();
  await invitation.says('Done, and proved').waitFor();
  await page.goto(`${stage.origin}/i/invitation`);
  await invitation.says('This invitation has done its work').waitFor();
  await page.goBack();
  await invitation.says('Done, and proved').waitFor();
  await operator.pendingRow(fullName).getByText('Authentication Complete').waitFor();
  await operator.cancel(fullName);
});

test('without a network nothing is lost: the same page goes on once it is back', async () => {
  const link = await invite();
  const { invitation, microsoft } = await administratorAt(desk);
  await invitation.open(link);
  await invitation.startButton().waitFor();
  await desk.setOffline(true);
  await invitation.startButton().click();
  await operator.pendingRow(fullName).getByText('Ready to send').waitFor();
  await desk.setOffline(false);
  await invitation.open(link);
  await invitation.start();
  await microsoft.isThere();
  await operator.cancel(fullName);
});
