import { expect, test } from 'vitest';
import { roleOf } from '../../practice/stage/situation.ts';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { administratorAt, connect } from '../stage/acts.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { onlyIfThorough } from '../stage/thorough.ts';

/* A customer who is connected is asked for another approval, does not answer, and is asked for a newer one. */

const replaced = 'A newer invitation has replaced this one';

test('a link that was replaced says so in every browser, starts nothing, and leads to the newest message', async (context) => {
  onlyIfThorough(context);
  const stage = await JourneyStage.open();
  context.onTestFinished(() => stage.close());
  const administrators = await stage.openStranger('administrator');
  const page = await signInToConsole(await stage.openOperator(), roleOf(stage.situation, 'Admin'));
  const operator = new ConsolePages(page);
  const { fullName } = customerOf(stage.situation);
  await connect(page, customerOf(stage.situation), administrators, stage.administrator);
  const linkOf = async (): Promise<string> => {
    await operator.openInvitation(fullName);
    return (await operator.shownLink()).link;
  };

  await operator.inviteByProfile('direct-routing-application');
  await page.getByText('The invitation is made.').waitFor();
  const older = await linkOf();
  const reader = await administratorAt(administrators);
  await reader.invitation.open(older);
  await reader.invitation.startButton().waitFor();

  await operator.copyProfile('Direct Routing', 'northwind-voice');
  await operator.openSettings(fullName);
  await operator.inviteByProfile('northwind-voice');
  const asks = page.getByRole('dialog', { name: 'Replace 1 pending invitation?' });
  await asks.getByRole('button', { name: 'Replace nothing' }).click();
  await reader.page.reload();
  expect(await reader.invitation.startButton().count(), 'whoever thinks better of it has replaced nothing').toBe(1);
  await page.getByRole('button', { name: 'Invite to approve this profile' }).click();
  await asks.getByRole('button', { name: 'Replace 1 and invite' }).click();
  await page.getByText('1 older invitation was replaced.').waitFor();

  const asked = await stage.oracle.newest();
  await reader.invitation.startButton().click();
  await reader.invitation.says(replaced).waitFor();
  const stranger = await administratorAt(await stage.openStranger('a colleague'));
  await stranger.invitation.open(older);
  for (const { page: shown, invitation } of [reader, stranger]) {
    await invitation.says(replaced).waitFor();
    expect(await shown.textContent('main')).toContain('Open the link in the newest message');
    expect(await invitation.startButton().count()).toBe(0);
  }
  const requests = await stage.oracle.requests(asked);
  expect(requests.filter(({ path }) => path.includes('authorize'))).toEqual([]);

  const newer = await linkOf();
  expect(newer).not.toBe(older);
  await stranger.invitation.open(newer);
  await stranger.invitation.startButton().waitFor();
});
