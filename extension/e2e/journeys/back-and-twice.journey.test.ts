import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AuditReader } from '../../practice/walk/audit-reader.ts';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { Gallery } from '../pages/gallery.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { administratorAt, inviteByLink } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { onlyIfThorough } from '../stage/thorough.ts';

/*
 * What a person does in a browser that nobody meant: the back button, a button pressed twice, a network that is gone. Each time a
 * page says something and offers a way on, and by it they get to the end.
 */

let stage: JourneyStage;
let desk: BrowserContext;
let operator: ConsolePages;
let fullName: string;
let invited = 0;
let audit: AuditReader;

beforeAll(async () => {
  stage = await JourneyStage.open();
  const [operatorBrowser, device] = await Promise.all([stage.openOperator(), stage.openStranger('desk')]);
  desk = device;
  operator = new ConsolePages(await signInToConsole(operatorBrowser, stage.operator));
  audit = new AuditReader(stage.stage.api.database);
  fullName = customerOf(stage.situation).fullName;
});
afterAll(async () => {
  audit?.close();
  await stage?.close();
});
beforeEach(async () => {
  await Promise.all([desk.clearCookies(), stage.oracle.fault({ revokeGrants: true })]);
});

async function invite(): Promise<{ readonly link: string; readonly typedCode: string }> {
  invited += 1;
  const sent = await inviteByLink(operator, { ...customerOf(stage.situation), shortName: `back${invited}` });
  await operator.openPendingInvitations();
  return sent;
}

/** What Microsoft was asked since, at a path. */
const askedSince = async (sequence: number, path: RegExp) =>
  (await stage.oracle.requests(sequence)).filter((request) => path.test(request.path));
/** How often a code of Microsoft's was redeemed since. */
const codesSince = async (sequence: number) =>
  (await askedSince(sequence, /\/token$/)).filter(
    ({ grantType, clientId }) =>
      grantType === 'authorization_code' && clientId === stage.situation.registrations.consent.clientId,
  ).length;

/** A page for a person: a heading, and no bare JSON. */
async function isForAPerson(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.textContent('body')).not.toMatch(/^\s*\{"type"/);
}

/** Back, forward, and loaded again: a page for a person each time, and the one that was there in the end. */
async function backAndForward(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const title = await heading.textContent();
  await page.goBack();
  await isForAPerson(page);
  await page.goForward();
  await isForAPerson(page);
  await page.reload();
  await isForAPerson(page);
  expect(await heading.textContent()).toBe(title);
}

/** Behind the result lies Microsoft's page, which is theirs: so another page of ours is looked at, and from there it is gone back. */
async function awayAndBack(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const title = await heading.textContent();
  await page.reload();
  await isForAPerson(page);
  await page.goto(`${stage.origin}/i/invitation`);
  await isForAPerson(page);
  await page.goBack();
  await isForAPerson(page);
  expect(await heading.textContent()).toBe(title);
}

/** Where the forms of all invitation pages, in every state, lead to. */
async function everyForm(): Promise<ReadonlySet<string>> {
  const gallery = await Gallery.open();
  const pages = (await gallery.names()).map(async (name) => (await fetch(gallery.page(name))).text());
  const forms = (await Promise.all(pages)).flatMap((html) => [...html.matchAll(/<form[^>]*action="([^"?]+)/g)]);
  gallery.close();
  return new Set(forms.map(([, action = '']) => action));
}

test('every form of the invitation pages, pressed twice: one invitation, one connection, and back and forward lose nothing', async () => {
  const { typedCode } = await invite();
  const before = await stage.oracle.newest();
  const { page, invitation, microsoft } = await administratorAt(desk);
  const posted = new Set<string>();
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (request.method() === 'POST' && request.isNavigationRequest() && origin === stage.origin) posted.add(pathname);
  });
  const count = (table: string) => audit.value<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  const [invitations, connections] = [count('invitations'), count('connections')];

  await page.goto(`${stage.origin}/i`);
  await page.getByLabel('Code from the message').fill(typedCode);
  await page.getByRole('button', { name: 'Open the invitation' }).dblclick();
  await invitation.startButton().waitFor();
  await backAndForward(page);
  await page.getByRole('button', { name: 'Deutsch' }).dblclick();
  await page.getByRole('button', { name: 'Starten' }).waitFor();
  await page.getByRole('button', { name: 'English' }).dblclick();
  await invitation.startButton().waitFor();
  await backAndForward(page);

  await invitation.startButton().dblclick();
  await microsoft.isThere();
  await page.goto(`${stage.origin}/i/invitation`);
  await page.getByLabel('Text of the page').fill('AADSTS90094: The grant requires admin permission.');
  await page.getByRole('button', { name: 'Read the error' }).dblclick();
  await page.getByText('AADSTS90094').first().waitFor();
  await backAndForward(page);

  await page.goto(`${stage.origin}/i/invitation`);
  await invitation.start();
  await microsoft.signIn(stage.administrator);
  await microsoft.accept().waitFor();
  await microsoft.consentForOneself();
  await invitation.says('One box was not ticked').waitFor();
  await awayAndBack(page);
  await page.getByRole('button', { name: 'Show me in the Azure portal' }).dblclick();
  await invitation.says('See it in the Azure portal').waitFor();
  await page.goBack();
  await invitation.says('One box was not ticked').waitFor();
  await page.getByRole('button', { name: 'Approve for the organisation' }).dblclick();
  await microsoft.accept().waitFor();
  await microsoft.accept().click();
  await invitation.says('Done, and proved').waitFor();
  await awayAndBack(page);

  // It stands on the page of an invitation that has expired: endings.journey.test.ts presses it twice.
  posted.add('/i/ask-for-new-one');
  expect(posted, 'a form that is in no step of this test').toEqual(await everyForm());
  expect([count('invitations'), count('connections')]).toEqual([invitations, connections + 1]);
  expect(await codesSince(before), 'the approval for the organisation comes without a code').toBe(1);
  await operator.pendingRow(fullName).getByText('Authentication Complete').waitFor();
  await operator.cancel(fullName);
});

test('a customer who reads German is mailed, asked and told in German, with Microsoft between; the operator reads what they read before', async (context) => {
  onlyIfThorough(context);
  const beginAs = async (language: 'Deutsch' | 'English') => {
    invited += 1;
    await operator.addNewCustomer({ ...customerOf(stage.situation), shortName: `back${invited}` });
    await operator.chooseLanguage(language);
    await operator.next();
    // It is ordered once this page is there.
    await operator.chooseMethod('Send link to IT administrator for authentication');
  };
  await beginAs('Deutsch');
  await operator.next();
  const [before, asked] = [(await stage.oracle.mails()).length, await stage.oracle.newest()];
  await operator.mail(stage.administrator.username, 'Send the link by mail');
  await expect.poll(async () => (await stage.oracle.mails()).length, { timeout: 15_000 }).toBe(before + 1);
  const mail = (await stage.oracle.mails()).at(-1)!;
  expect(mail.subject).toContain('bittet Sie um Ihre Zustimmung');
  expect(mail.text).not.toMatch(/\b(Hello|approve|Reference)\b/);

  const { page, microsoft } = await administratorAt(desk);
  await page.goto(/^http\S+#\S+$/m.exec(mail.text)![0]);
  await page.getByRole('button', { name: 'Starten' }).waitFor();
  expect(await askedSince(asked, /authorize|\/token$/), 'a mail that is read asks for nothing').toEqual([]);
  expect(await page.getAttribute('html', 'lang')).toBe('de');
  expect(page.url(), 'the token is in no address').not.toContain('#');
  await page.getByRole('button', { name: 'Starten' }).click();
  await microsoft.signIn(stage.administrator);
  await microsoft.consentForTheOrganization();
  await page.getByRole('heading', { level: 1, name: 'Erledigt und nachgewiesen', exact: true }).waitFor();
  expect(await page.innerText('main')).not.toMatch(/Done, and proved|What it cannot do|For your records/);
  const names = (await desk.cookies()).map(({ name }) => name);
  expect(names, 'nobody chose a language here').not.toContain('__Host-latchkey-language');

  await operator.openPendingInvitations();
  await operator.pendingRow(fullName).getByText('Authentication Complete').waitFor();
  await operator.cancel(fullName);
  // The customer is written to in English again, as the other tests read it.
  await beginAs('English');
  await operator.openPendingInvitations();
  await operator.cancel(fullName);
});

test('Start pressed twice, back from Microsoft, loaded again, back from the result: each page speaks, and the end is reached', async (context) => {
  onlyIfThorough(context);
  const { link } = await invite();
  const before = await stage.oracle.newest();
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
  expect(await codesSince(before), 'nothing that was pressed again is redeemed again').toBe(1);
  await operator.pendingRow(fullName).getByText('Authentication Complete').waitFor();
  await operator.cancel(fullName);
});

test('without a network nothing is lost: the same page goes on once it is back', async () => {
  const { link } = await invite();
  const { invitation, microsoft } = await administratorAt(desk);
  await invitation.open(link);
  await invitation.startButton().waitFor();
  const before = await stage.oracle.newest();
  await desk.setOffline(true);
  await invitation.startButton().click();
  await operator.pendingRow(fullName).getByText('Link copied, not started yet').waitFor();
  expect(await askedSince(before, /authorize|\/token$/), 'nothing was begun').toEqual([]);
  await desk.setOffline(false);
  await invitation.open(link);
  await invitation.start();
  await microsoft.isThere();
  await operator.cancel(fullName);
});
