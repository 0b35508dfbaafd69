import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerOf } from '../../practice/walk/steps/customer.ts';
import { ConsolePages, type NewCustomer } from '../pages/console-pages.ts';
import { signInToConsole } from '../pages/sign-in-page.ts';
import { JourneyStage } from '../stage/journey-stage.ts';

/* A tenant that consented before anybody was invited, and whose registration has its directory role. */

let stage: JourneyStage;
beforeAll(async () => {
  stage = await JourneyStage.open('northwind-application-consented-before');
  await stage.oracle.afterwards();
});
afterAll(() => stage?.close());

/** A file of one row, the customer’s. */
function listOf({ fullName, shortName, licensedUsers, tenant }: NewCustomer) {
  const rows = [
    'full_name,short_name,tenant,licence_type,licensed_users',
    `${fullName},${shortName},${tenant},hosted-pro,${licensedUsers}`,
  ];
  return { name: 'tenants.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };
}

test('a consent that was there before becomes a connection with its evidence, and nobody is asked for anything', async () => {
  const { oracle, situation } = stage;
  const page = await signInToConsole(await stage.openOperator(), stage.operator);
  const { tenantId } = situation.customer;
  const customer = customerOf(situation);
  const before = await oracle.newest();
  const servicesBefore = (await oracle.state()).servicePrincipals.length;
  await page.getByRole('link', { name: 'Customers' }).first().click();
  await page.getByRole('link', { name: 'Adopt existing consents' }).click();
  await page.getByLabel('CSV file').setInputFiles(listOf(customer));
  await page.getByText('1 row is ready').waitFor();
  expect(await oracle.requests(before), 'Microsoft is asked nothing before the list is confirmed').toEqual([]);
  await page.getByRole('button', { name: 'Adopt 1 tenant' }).click();
  await page.getByText('All rows are through: 1 of 1').waitFor();
  await page.getByText(/1 adopted, 0 not adopted$/).waitFor();

  const asked = await oracle.requests(before);
  const atLogin = asked.filter(({ service }) => service === 'login');
  expect(atLogin.filter(({ path }) => !path.startsWith(`/${tenantId}/`) && !path.includes(customer.tenant))).toEqual(
    [],
  );
  expect(new Set(atLogin.flatMap(({ grantType }) => grantType ?? []))).toEqual(new Set(['client_credentials']));
  expect(asked.filter(({ path }) => /authorize|adminconsent/.test(path))).toEqual([]);
  expect(asked.filter(({ service, method }) => service === 'graph' && !['GET', 'POST'].includes(method))).toEqual([]);
  expect([await oracle.mails(), (await oracle.state()).servicePrincipals.length]).toEqual([[], servicesBefore]);

  const arriving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the result' }).click();
  const result = readFileSync(await (await arriving).path(), 'utf8');
  expect(result).toMatch(new RegExp(`"${customer.shortName}".*"Adopted".*"Working","Proved by probe","con_`));

  const console = new ConsolePages(page);
  await console.openPendingInvitations();
  await page.getByText('Nobody has to act').waitFor();
  await console.openSettings(customer.fullName);
  await page.getByText('Adopt existing consents').waitFor();
  await console.validateAuthentication();
  await console.confirmation(`${customer.fullName} works.`).waitFor();
});
