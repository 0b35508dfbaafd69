import type { BrowserContext, Page } from 'playwright-core';
import type { ConsolePages } from '../../../e2e/pages/console-pages.ts';
import { MicrosoftPages, windowOpenedBy } from '../../../e2e/pages/microsoft-pages.ts';
import { operatorOf, type Person } from '../../stage/situation.ts';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { customerOf } from './customer.ts';

/** Onboarding wizard → Add New Customer. The tenant is resolved at Microsoft and pinned. */
export async function addNewCustomer(scene: Scene): Promise<Proof> {
  await scene.console.signInButton().waitFor();
  await scene.photograph('step-0-signed-out');
  await signInAt(scene.browser, scene.page, scene.console, operatorOf(scene.situation));
  const before = scene.audit.newest();
  await scene.console.addNewCustomer(customerOf(scene.situation));
  const { tenantId } = scene.situation.customer;
  await scene.console
    .tenantFound(tenantId)
    .waitFor()
    .catch(() => {
      throw new NotProved(1, `the form did not find tenant ${tenantId}`);
    });
  await scene.photograph('step-1-add-new-customer');
  await scene.console.next();
  const row = await scene.audit.wait('invitation.created', before);
  if (row === undefined) throw new NotProved(1, 'no invitation was drafted');
  if (row.details['tenantId'] !== tenantId)
    throw new NotProved(1, `the invitation is pinned to ${String(row.details['tenantId'])} and not to ${tenantId}`);
  return {
    step: 1,
    what: `Add New Customer, ${scene.situation.customer.name}`,
    proved: `tenant ${tenantId} resolved and pinned`,
    audit: row.seq,
    action: row.action,
    upstream: upstreamOf(1, row),
    tenantId,
  };
}

/** Signs somebody of the provider in to the console. */
export async function signInAt(
  browser: BrowserContext,
  page: Page,
  console: ConsolePages,
  person: Person,
): Promise<void> {
  await console.signInButton().waitFor();
  const window = await windowOpenedBy(browser, () => console.signInButton().click());
  // Signing in has a page of its own, which opens Microsoft's window when its button is pressed.
  const microsoft = window.url().startsWith('chrome-extension:')
    ? await windowOpenedBy(browser, () => window.getByRole('button', { name: 'Sign in' }).click())
    : window;
  await new MicrosoftPages(microsoft).signIn(person);
  await page.getByRole('button', { name: 'Add Service' }).waitFor();
}
