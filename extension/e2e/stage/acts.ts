import type { BrowserContext, Page } from 'playwright-core';
import { ConsolePages, type NewCustomer } from '../pages/console-pages.ts';
import { InvitationPages } from '../pages/invitation-pages.ts';
import { MicrosoftPages, type Account } from '../pages/microsoft-pages.ts';

/** Add New Customer up to the link; leaves the operator on the page that shows it. */
export async function inviteByLink(
  operator: ConsolePages,
  customer: NewCustomer,
): Promise<{ readonly link: string; readonly typedCode: string }> {
  return operator.orTellWhatIsShown(async () => {
    await operator.addNewCustomer(customer);
    await operator.next();
    await operator.chooseMethod('Send link to IT administrator for authentication');
    await operator.next();
    return operator.shownLink();
  });
}

/** The administrator at a device: their page, and what they can do on it. */
export interface Administrator {
  readonly page: Page;
  readonly invitation: InvitationPages;
  readonly microsoft: MicrosoftPages;
}

/** A new page at a device of the administrator's. */
export async function administratorAt(device: BrowserContext): Promise<Administrator> {
  const page = await device.newPage();
  return { page, invitation: new InvitationPages(page), microsoft: new MicrosoftPages(page) };
}

/** Opens the link, starts, signs in, and stands before Microsoft's consent page. */
export async function reachConsent(device: BrowserContext, link: string, account: Account): Promise<Administrator> {
  const administrator = await administratorAt(device);
  await administrator.invitation.open(link);
  await administrator.invitation.start();
  await administrator.microsoft.signIn(account);
  await administrator.microsoft.accept().waitFor();
  return administrator;
}

/** The whole line, for journeys that begin behind it: the customer is connected, and its service added. */
export async function connect(
  console: Page,
  customer: NewCustomer,
  device: BrowserContext,
  account: Account,
): Promise<void> {
  const operator = new ConsolePages(console);
  const { link } = await inviteByLink(operator, customer);
  const { invitation, microsoft } = await reachConsent(device, link, account);
  await microsoft.consentForTheOrganization();
  await invitation.says('Done, and proved').waitFor();
  await operator.openPendingInvitations();
  await operator.add(customer.fullName);
  await operator.tab('M365 Settings').waitFor();
}
