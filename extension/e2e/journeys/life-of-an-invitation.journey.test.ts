import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { InvitationPages } from '../pages/invitation-pages.ts';
import { MailboxPage } from '../pages/mailbox-page.ts';
import { MicrosoftPages } from '../pages/microsoft-pages.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { administratorAt, inviteByLink, type Administrator } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { onlyIfThorough } from '../stage/thorough.ts';

/*
 * From the mail to the end, in real browsers: what arrives in the administrator's mailbox, what is pressed there, and what Microsoft
 * was never asked. The tests share a stage and stand in an order: clocks only go ahead.
 */

const day = 24 * 60 * 60_000;
const asked = /asks you to approve access/;
const other = 'Fabrikam Kitchens';

let stage: JourneyStage;
let operatorBrowser: BrowserContext;
let administrators: BrowserContext;
let operatorPage: Page;
let operator: ConsolePages;
let fullName: string;
let to: string;
let invited = 0;
/** What the practice tenant had seen before the test. */
let before: { readonly requests: number; readonly mails: number };

beforeAll(async () => {
  stage = await JourneyStage.open();
  [operatorBrowser, administrators] = await Promise.all([stage.openOperator(), stage.openStranger('administrator')]);
  operatorPage = await signInToConsole(operatorBrowser, stage.operator);
  operator = new ConsolePages(operatorPage);
  fullName = customerOf(stage.situation).fullName;
  to = stage.administrator.username;
});
afterAll(() => stage?.close());

beforeEach(async () => {
  await Promise.all([administrators.clearCookies(), stage.oracle.fault({ revokeGrants: true })]);
  before = { requests: await stage.oracle.newest(), mails: (await stage.oracle.mails()).length };
});

/** A new invitation, mailed; leaves the operator on its page. */
async function inviteByMail(): Promise<string> {
  const { link } = await invite();
  await operator.mail(to, 'Send the link by mail');
  return link;
}
const invite = () => {
  invited += 1;
  return inviteByLink(operator, { ...customerOf(stage.situation), shortName: `life${invited}` });
};
async function cancel(): Promise<void> {
  await operator.openPendingInvitations();
  await operator.cancel(fullName);
}

/** What came about the link: the proof of an approval comes by itself, soon after. */
const mailed = async () =>
  (await stage.oracle.mails(before.mails)).filter(({ subject }) => !subject.endsWith(': approved, and proved'));
/** What Microsoft was asked since the test began, by its path. */
const askedOfMicrosoft = async (path: RegExp) =>
  (await stage.oracle.requests(before.requests)).filter((request) => path.test(request.path));
/** Tokens that the consent app asked for. */
const tokens = async () =>
  (await askedOfMicrosoft(/\/token$/)).filter(
    ({ clientId }) => clientId === stage.situation.registrations.consent.clientId,
  );

const mailbox = () => MailboxPage.at(administrators, stage.stage.tenant.mailHost);
async function openNewest(subject = asked): Promise<MailboxPage> {
  const page = await mailbox();
  await page.openNewest(subject);
  return page;
}
const on = (page: Page): Administrator => ({
  page,
  invitation: new InvitationPages(page),
  microsoft: new MicrosoftPages(page),
});
/** Presses the button in the newest mail of that subject. */
const followMail = async (subject = asked) => on(await (await openNewest(subject)).pressTheButton());

async function approve({ invitation, microsoft }: Administrator): Promise<void> {
  await invitation.start();
  await microsoft.signIn(stage.administrator);
  await microsoft.consentForTheOrganization();
  await invitation.says('Done, and proved').waitFor();
}

describe('the life of an invitation', { shuffle: false }, () => {
  test('invitation link by mail, delegated', async () => {
    const link = await inviteByMail();
    const [mail, ...more] = await mailed();
    expect(more, 'one mail is owed').toEqual([]);
    expect(mail?.to).toEqual([to]);
    const token = new URL(link).hash.slice(1);
    expect(mail?.text).toContain(token);
    expect(JSON.stringify(mail?.headers), 'no header has the link').not.toContain(token);

    const administrator = await followMail();
    await administrator.invitation.startButton().waitFor();
    expect(administrator.page.url()).not.toContain(token);
    expect(await askedOfMicrosoft(/authorize|\/token$/), 'reading a mail asks for nothing').toEqual([]);
    await approve(administrator);
    expect((await tokens()).length).toBeGreaterThan(0);
    expect((await askedOfMicrosoft(/authorize/)).length).toBeGreaterThan(0);
    const told = (await askedOfMicrosoft(/./)).filter(
      ({ service, cameFromElsewhere }) => service === 'login' && cameFromElsewhere,
    );
    expect(told, 'Microsoft is not told from which page somebody came').toEqual([]);
    await operator.openPendingInvitations();
    await operator.pendingRow(fullName).getByText('Authentication Complete').waitFor();
    await operator.add(fullName);
    await operator.tab('M365 Settings').waitFor();
  });

  test('two customers in two tabs', async () => {
    const mine = await invite();
    const provider = stage.situation.provider.tenantId;
    const theirs = await inviteByLink(operator, {
      ...customerOf(stage.situation),
      fullName: other,
      shortName: 'fabrikam',
      tenant: provider,
    });
    const first = await administratorAt(administrators);
    await first.invitation.open(mine.link);
    await first.invitation.startButton().waitFor();
    const second = await administratorAt(administrators);
    await second.invitation.open(theirs.link);
    await second.invitation.startButton().waitFor();

    await approve(first);
    expect(await first.page.textContent('main')).toContain(fullName);
    expect(await first.page.textContent('main')).not.toContain(other);
    await second.page.reload();
    expect(await second.page.textContent('main')).toContain(other);
    const signedInAt = (await askedOfMicrosoft(/authorize/)).map(({ path }) => path.split('/')[1]);
    expect(new Set(signedInAt)).toEqual(new Set([stage.situation.customer.tenantId]));
    expect((await tokens()).filter(({ path }) => path.includes(provider))).toEqual([]);
    await operator.openPendingInvitations();
    await operator.pendingRow(fullName).getByText('Authentication Complete').waitFor();
    await operator.pendingRow(other).getByText('Link copied, not started yet').waitFor();
    await operator.cancel(other);
    await operator.cancel(fullName);
  });

  test('renew: the link before is worthless at once', async (context) => {
    onlyIfThorough(context);
    const former = await inviteByMail();
    const opened = await followMail();
    await opened.invitation.startButton().waitFor();
    await operator.renewAndSend();
    await expect.poll(async () => (await mailed()).length).toBe(2);

    await opened.invitation.startButton().click();
    await opened.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await askedOfMicrosoft(/authorize/), 'a page of the link before leads nowhere').toEqual([]);
    const { invitation } = await administratorAt(administrators);
    await invitation.open(former);
    await invitation.says('This link was renewed').waitFor();
    expect(await invitation.startButton().count()).toBe(0);

    const administrator = await followMail();
    await approve(administrator);
    const [one, two] = await mailed();
    expect(one?.messageId).not.toBe(two?.messageId);
    await cancel();
  });

  test('resend: the same link in another mail', async (context) => {
    onlyIfThorough(context);
    const link = await inviteByMail();
    await operator.mail(to, 'Send the same link again');
    await expect.poll(async () => (await mailed()).length).toBe(2);
    const [one, two] = await mailed();
    expect(one?.messageId).not.toBe(two?.messageId);
    const newest = await openNewest();
    expect(await newest.link()).toBe(link);
    await on(await newest.pressTheButton())
      .invitation.startButton()
      .waitFor();
    expect(await askedOfMicrosoft(/authorize|\/token$/)).toEqual([]);
    await cancel();
  });

  test('incomplete link with typed code', async (context) => {
    onlyIfThorough(context);
    await inviteByMail();
    const letter = await openNewest();
    const { page, invitation } = await administratorAt(administrators);
    await invitation.open((await letter.link()).replace(/#.*/, ''));
    await invitation.says('This link arrived incomplete').waitFor();
    expect(await page.textContent('main'), 'who has no link is told nothing').not.toContain(fullName);
    expect(await askedOfMicrosoft(/authorize|\/token$/)).toEqual([]);
    await invitation.typeCode(await letter.typedCode());
    await approve(on(page));
    await cancel();
  });

  test('forwarded to another administrator', async (context) => {
    onlyIfThorough(context);
    const link = await inviteByMail();
    const reader = await followMail();
    await reader.page.getByText(/Not you\?/).waitFor();
    const colleague = await stage.openStranger('colleague');
    const theirs = await administratorAt(colleague);
    await theirs.invitation.open(link);
    await approve(theirs);
    await reader.page.reload();
    await reader.invitation.says('This invitation has done its work').waitFor();
    expect(await reader.page.textContent('main'), 'by whom is told to who approved').not.toContain(to);
    expect(await reader.invitation.startButton().count()).toBe(0);
    expect((await mailed()).length, 'forwarding asks nothing of us').toBe(1);
    const codes = (await tokens()).filter(({ grantType }) => grantType === 'authorization_code');
    expect(codes.length, 'who only read has begun nothing').toBe(1);
    await colleague.close();
    await cancel();
  });

  test('cancel: what was mailed leads nowhere', async (context) => {
    onlyIfThorough(context);
    await inviteByMail();
    await cancel();
    const { invitation } = await followMail();
    await invitation.says('This invitation was cancelled').waitFor();
    expect(await invitation.startButton().count()).toBe(0);
    expect(await askedOfMicrosoft(/authorize|\/token$/)).toEqual([]);
    expect(await mailed(), 'nobody is mailed about it').toHaveLength(1);
  });

  test('a mail that is not taken is counted, tried again, and arrives once', async (context) => {
    onlyIfThorough(context);
    await invite();
    await operator.openPendingInvitations();
    await operator.openInvitation(fullName);
    await stage.oracle.fault({ mail: { at: 'receiver', status: 450, times: 1 } });
    await operator.orderMail(to);
    await operatorPage.getByText(/Tried 1 time/).waitFor();
    expect(await mailed(), 'nothing has arrived').toEqual([]);
    await operator.openPendingInvitations();
    await operator.pendingRow(fullName).getByText('E-mail failed').waitFor();
    await stage.moveClock(2 * 60_000);
    await operator.pendingRow(fullName).getByText('E-mail sent').waitFor();
    expect(await mailed()).toHaveLength(1);
    expect(await askedOfMicrosoft(/authorize|\/token$/)).toEqual([]);
    await operator.cancel(fullName);
  });

  test('remind: by hand, and once by itself before the end', async (context) => {
    onlyIfThorough(context);
    const link = await inviteByMail();
    await operator.mail(to, 'Send a reminder');
    await expect.poll(async () => (await mailed()).length).toBe(2);
    await cancel();
    const quiet = await inviteByMail();
    await stage.moveClock(11 * day + 3_600_000);
    // It is looked once a minute who is to be reminded.
    await expect
      .poll(async () => (await mailed()).map(({ subject }) => subject.startsWith('Reminder')), { timeout: 120_000 })
      .toEqual([false, true, false, true]);
    const letter = await openNewest(/^Reminder/);
    expect(await letter.link()).toBe(quiet);
    expect(await letter.link()).not.toBe(link);
    await on(await letter.pressTheButton())
      .invitation.startButton()
      .waitFor();
    expect(await askedOfMicrosoft(/authorize|\/token$/)).toEqual([]);
  });

  test('expire, and ask again', async (context) => {
    onlyIfThorough(context);
    await stage.moveClock(15 * day);
    const administrator = await followMail(/^Reminder/);
    await administrator.invitation.says('This invitation has expired').waitFor();
    expect(await administrator.invitation.startButton().count()).toBe(0);
    await administrator.invitation.askButton().click();
    await administrator.page.getByText('that you want a new one').waitFor();
    operator = new ConsolePages(await signInToConsole(operatorBrowser, stage.operator));
    await operator.openPendingInvitations();
    await operator.pendingRow(fullName).getByText('The customer asked for a new one').waitFor();
    expect(await mailed(), 'a new one is the operator’s to send').toEqual([]);
    await operator.openInvitation(fullName);
    await operator.renewAndSend();
    await expect.poll(async () => (await mailed()).length).toBe(1);
    await approve(await followMail());
  });
});
