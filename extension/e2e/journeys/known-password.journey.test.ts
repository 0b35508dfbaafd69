import { en } from '@latchkey/shared/words/en';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditReader } from '../../practice/walk/audit-reader.ts';
import { openSceneWithoutPictures, type Scene } from '../../practice/walk/scene.ts';
import { signInAt } from '../../practice/walk/steps/1-add-new-customer.ts';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { turnOn } from '../../practice/walk/steps/password/turn-on.ts';
import { extensionPage } from '../../practice/stage/browser.ts';
import { roleOf } from '../../practice/stage/situation.ts';
import { stepsOf } from '../../practice/walk/steps/steps.ts';
import { ConsolePages } from '../pages/console-pages.ts';
import { JourneyStage } from '../stage/journey-stage.ts';
import { allOr, onlyIfThorough } from '../stage/thorough.ts';

/* A method that keeps a password, from its switch to the end of the password. The tests share a stage and stand in an order. */

let stage: JourneyStage;
let audit: AuditReader;
let scene: Scene;

beforeAll(async () => {
  stage = await JourneyStage.open('woodgrove-known-password');
  audit = new AuditReader(stage.stage.api.database);
  scene = await openSceneWithoutPictures(stage.stage, audit);
});
afterAll(async () => {
  audit?.close();
  await stage?.close();
});

/** How often Microsoft was shown a password, whoever it was for. */
const passwordGrants = async (): Promise<number> =>
  (await stage.oracle.requests()).filter(({ grantType }) => grantType === 'password').length;

const says = (text: string) => scene.page.getByText(text).first().waitFor();

/** Steps of the manual; on the portal and with Validate it is as with any method, so that a run in short goes as far as Add. */
const [walked] = allOr([9], [7]);

describe('a known password', { shuffle: false }, () => {
  test('as it is delivered the method is off, and an Operator cannot turn it on', async (context) => {
    onlyIfThorough(context);
    const browser = await stage.openOperator('another operator');
    const page = await browser.newPage();
    await page.goto(scene.page.url());
    const console = new ConsolePages(page);
    await signInAt(browser, page, console, stage.operator);
    await console.openSettingsPage('Methods and policies');
    const { title } = en.methods['known-password'];
    expect(await page.getByRole('button', { name: `Turn on: ${title}` }).isDisabled()).toBe(true);
    await browser.close();
    expect(audit.find('policy.method_changed', 0)).toBeUndefined();
  });

  test('turned on by an Admin and agreed to by the customer, it leads to a connection, and Microsoft is shown no password', async () => {
    await turnOn(scene, 'known-password');
    const proofs = [];
    const steps = stepsOf('known-password');
    for (const step of steps.slice(0, walked)) proofs.push((await step(scene)).action);
    expect(proofs).toEqual(
      [
        'invitation.created',
        'invitation.method_chosen',
        'password.sealed',
        'consent.started',
        'consent.signed_in',
        'invitation.authentication_complete',
        'invitation.onboarded',
        'permissions.checked',
        'connection.validated',
      ].slice(0, walked),
    );
    expect(await passwordGrants()).toBe(0);
  });

  test('Test password tries it once, and says what came of it', async () => {
    await scene.page.bringToFront();
    await scene.console.openSettings(customerOf(stage.situation).fullName);
    await scene.console.testPassword();
    await says(en.passwords.outcomes.proved.title);
    await says('2 of 3 this hour.');
    expect(await passwordGrants()).toBe(1);
    expect(await scene.page.content()).not.toContain(stage.administrator.password);
  });

  test('Replace seals another one without a try; that it is wrong is found when somebody asks', async () => {
    const wrong = 'Not-The-Password-7';
    const before = audit.newest();
    await scene.console.replacePassword(stage.administrator.username, wrong);
    expect(await audit.wait('password.sealed', before)).toBeDefined();
    await says(en.passwords.card.neverProved);
    expect(await passwordGrants()).toBe(1);
    await scene.console.testPassword();
    await says(en.passwords.outcomes.wrong.title);
    expect(await passwordGrants()).toBe(2);
    expect(await scene.page.content()).not.toContain(wrong);
  });

  test('Delete asks once more; without a password the connection goes on, by its tokens', async () => {
    const before = audit.newest();
    await scene.console.deletePassword('Keep it');
    await scene.console.maskedPassword().waitFor();
    expect(audit.find('password.deleted', before)).toBeUndefined();
    await scene.console.deletePassword('Delete the password');
    await says(en.passwords.card.none);
    expect(audit.find('password.deleted', before)).toBeDefined();
    await scene.console.validateAuthentication();
    await scene.console.confirmation(`${customerOf(stage.situation).fullName} works.`).waitFor();
    expect(await passwordGrants()).toBe(2);
  });

  test('an Admin finds all of it in the audit log, without a password, who has signed in under Operators, and the registrations as they were meant', async (context) => {
    onlyIfThorough(context);
    const browser = await stage.openOperator('an admin');
    const page = await browser.newPage();
    await page.goto(extensionPage('console.html'));
    const console = new ConsolePages(page);
    await signInAt(browser, page, console, roleOf(stage.situation, 'Admin'));
    await console.openSettingsPage('Audit log');
    await page.getByRole('cell', { name: en.console.auditPage.actions['password.deleted'] }).waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill(customerOf(stage.situation).fullName.toUpperCase());
    await page.getByRole('combobox', { name: 'What was done' }).selectOption('password.sealed');
    await page.getByText('2 lines are shown.').waitFor();
    expect(await page.content()).not.toContain(stage.administrator.password);
    await page.goBack();
    await page.getByRole('cell', { name: en.console.auditPage.actions['password.deleted'] }).waitFor();
    await console.openSettingsPage('Operators');
    await page.getByRole('row', { name: roleOf(stage.situation, 'Admin').name }).waitFor();
    await page.getByRole('row', { name: stage.operator.name }).waitFor();
    await console.openSettingsPage('Registration and clouds');
    await page.getByText('0 bad · 0 unknown · 1 warning · 17 good').waitFor();
    await browser.close();
  });
});
