import { afterAll, beforeAll, expect, test } from 'vitest';
import { AuditReader } from '../../practice/walk/audit-reader.ts';
import { review } from '../../practice/walk/endings/review.ts';
import { openSceneWithoutPictures, type Scene } from '../../practice/walk/scene.ts';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { turnOn } from '../../practice/walk/steps/password/turn-on.ts';
import { stepsOf } from '../../practice/walk/steps/steps.ts';
import { InvitationPages } from '../pages/invitation-pages.ts';
import { MicrosoftPages } from '../pages/microsoft-pages.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/* An account that may not approve asks a reviewer. Nothing of either comes back by itself: the request is pasted, the approval is looked for. */

const minute = 60_000;

let stage: JourneyStage;
let audit: AuditReader;
let scene: Scene;

beforeAll(async () => {
  stage = await JourneyStage.open('adatum-approval-requested');
  audit = new AuditReader(stage.stage.api.database);
  scene = await openSceneWithoutPictures(stage.stage, audit);
});
afterAll(async () => {
  audit?.close();
  await stage?.close();
});

/** What the consent app was given a token by, so far. */
const redeemed = async () =>
  (await stage.oracle.requests())
    .filter(
      ({ path, clientId }) => path.endsWith('/token') && clientId === stage.situation.registrations.consent.clientId,
    )
    .filter(({ status }) => status === 200)
    .map(({ grantType }) => grantType);

/** Whether the consent app stands in the customer's tenant. */
const isInTheirTenant = async () =>
  (await stage.oracle.state()).servicePrincipals.some(
    ({ appId, tenantId }) =>
      appId === stage.situation.registrations.consent.clientId && tenantId === stage.situation.customer.tenantId,
  );

const operatorReads = async (status: string) => {
  await scene.console.openPendingInvitations();
  await scene.console.pendingRow(customerOf(stage.situation).fullName).getByText(status, { exact: true }).waitFor();
};

test('approval requested, and seen once the reviewer has approved: the same account starts again, and only then it is proved', async () => {
  await turnOn(scene, 'service-account');
  const [addCustomer, chooseMethod, typePassword, clickHere, signIn] = stepsOf('service-account');
  for (const step of [addCustomer, chooseMethod, typePassword, clickHere]) await step?.(scene);
  await expect(signIn?.(scene)).rejects.toThrow('Microsoft kept');
  const page = scene.administratorPage!;
  const [pages, microsoft] = [new InvitationPages(page), new MicrosoftPages(page)];
  await pages.says('Approval requested').waitFor();
  await operatorReads('Approval requested');
  expect(await isInTheirTenant(), 'a request lets nobody in').toBe(false);
  expect(await redeemed()).not.toContain('authorization_code');

  const before = audit.newest();
  await review(scene, 'approves');
  expect(await isInTheirTenant()).toBe(true);
  await stage.moveClock(2 * minute);
  expect(await audit.wait('consent.approval_seen', before)).toBeDefined();
  await operatorReads('Approved by the reviewer, start again');
  expect(await redeemed(), 'an approval that was seen is no proof yet').not.toContain('authorization_code');
  await page.reload();
  await pages.says('Your organisation has approved').waitFor();

  await pages.startAgain();
  await microsoft.signInUnless(stage.administrator, pages.says('Done, and proved'));
  await pages.says('Done, and proved').waitFor();
  await operatorReads('Authentication Complete');
  expect(await redeemed()).toContain('authorization_code');
});
