import { MicrosoftPages, windowOpenedBy } from '../../../e2e/pages/microsoft-pages.ts';
import { operatorOf } from '../../stage/situation.ts';
import { NotProved, upstreamOf, type Proof } from '../proof.ts';
import type { Scene } from '../scene.ts';
import { customerOf } from './customer.ts';

/** Onboarding wizard → Add New Customer. The tenant is resolved at Microsoft and pinned. */
export async function addNewCustomer(scene: Scene): Promise<Proof> {
  await signInAsOperator(scene);
  const before = scene.audit.newest();
  await scene.console.addNewCustomer(customerOf(scene.situation));
  await scene.photograph('step-1-add-new-customer');
  await scene.console.next();
  const row = await scene.audit.wait('invitation.created', before);
  const { tenantId } = scene.situation.customer;
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

async function signInAsOperator({ browser, console, page, photograph, situation }: Scene): Promise<void> {
  await console.signInButton().waitFor();
  await photograph('step-0-signed-out');
  const window = await windowOpenedBy(browser, () => console.signInButton().click());
  // Signing in has a page of its own, which opens Microsoft's window when its button is pressed.
  const microsoft = window.url().startsWith('chrome-extension:')
    ? await windowOpenedBy(browser, () => window.getByRole('button', { name: 'Sign in' }).click())
    : window;
  await new MicrosoftPages(microsoft).signIn(operatorOf(situation));
  await page.getByRole('button', { name: 'Add Service' }).waitFor();
}
