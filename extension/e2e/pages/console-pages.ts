import type { Page } from 'playwright-core';

/** What the operator types on the first page of the onboarding wizard. */
export interface NewCustomer {
  readonly fullName: string;
  readonly shortName: string;
  readonly licensedUsers: number;
  readonly tenant: string;
}

/**
 * The console: services, the onboarding wizard, pending invitations, a service's settings.
 *
 * Owns: everything an operator presses there.
 * Not here: the popup, Microsoft's pages, the customer's pages.
 * Stands on: extension/src/console
 */
export class ConsolePages {
  readonly #page: Page;
  constructor(page: Page) {
    this.#page = page;
  }

  /** Does something, and if it fails, tells what the page showed by then: a locator that found nothing says only what it looked for. */
  async orTellWhatIsShown<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (cause) {
      const text = await this.#page.getByRole('main').innerText();
      throw new Error(`${String(cause)}\nThe page was ${this.#page.url()}:\n${text}`, { cause });
    }
  }

  readonly signInButton = () => this.#page.getByRole('button', { name: 'Sign in' });

  /** Services → Add Service → Direct Routing → Add New Customer, filled in; `next` sends it. */
  async addNewCustomer({ fullName, shortName, licensedUsers, tenant }: NewCustomer): Promise<void> {
    await this.openOnboardingWizard();
    await this.#page
      .getByRole('link', { name: 'Add New Customer' })
      .or(this.#page.getByRole('button', { name: 'Add New Customer' }))
      .first()
      .click();
    await this.#page.getByLabel('Full name').fill(fullName);
    await this.#page.getByLabel('Short name').fill(shortName);
    await this.#page.getByLabel('Number of licensed users').fill(String(licensedUsers));
    await this.#page.getByLabel('Tenant domain or id').fill(tenant);
  }

  async openOnboardingWizard(): Promise<void> {
    await this.#page
      .getByRole('link', { name: /^Services/ })
      .first()
      .click();
    await this.#page.getByRole('button', { name: 'Add Service' }).click();
    await this.#page
      .getByRole('link', { name: 'Direct Routing' })
      .or(this.#page.getByRole('menuitem', { name: 'Direct Routing' }))
      .or(this.#page.getByRole('button', { name: 'Direct Routing' }))
      .first()
      .click();
  }

  /** What Add New Customer says once Microsoft has told which tenant was typed. */
  readonly tenantFound = (tenantId: string) => this.#page.getByText(`Found: tenant ${tenantId}`);

  async next(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Next' }).click();
  }

  /** In which language the customer is written to. */
  async chooseLanguage(language: 'English' | 'Deutsch'): Promise<void> {
    await this.#page.getByLabel('Language of mails and pages').selectOption(language);
  }

  async chooseMethod(title: string): Promise<void> {
    await this.#page.getByRole('radio', { name: title }).check();
  }

  /** A page of Settings. */
  async openSettingsPage(page: string): Promise<void> {
    await this.#page.getByRole('link', { name: 'Settings', exact: true }).click();
    await this.#page.getByRole('link', { name: page, exact: true }).click();
  }

  /** Methods and policies: turns a method on, as an Admin. */
  async turnOn(title: string): Promise<void> {
    await this.openSettingsPage('Methods and policies');
    await this.#page.getByRole('button', { name: `Turn on: ${title}` }).click();
    await this.#page.getByRole('button', { name: `Turn off: ${title}` }).waitFor();
  }

  async typePassword(username: string, password: string): Promise<void> {
    await this.#page.getByRole('textbox', { name: 'Account name' }).fill(username);
    await this.#page.getByRole('textbox', { name: 'Password' }).fill(password);
  }

  async typeAgreement({ name, date, how }: { name: string; date: string; how: string }): Promise<void> {
    await this.#page.getByLabel('Who agreed').fill(name);
    await this.#page.getByLabel('When', { exact: true }).fill(date);
    await this.#page.getByLabel('How it was given').fill(how);
  }

  /** M365 Settings of a connection that stands on a password: one try, which is counted. */
  async testPassword(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Test password' }).click();
  }

  async replacePassword(username: string, password: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Replace' }).click();
    await this.typePassword(username, password);
    await this.#page.getByRole('button', { name: 'Seal it' }).click();
  }

  /** Says so, and is asked once more. */
  async deletePassword(answer: 'Delete the password' | 'Keep it'): Promise<void> {
    await this.#page.getByRole('button', { name: 'Delete', exact: true }).click();
    await this.#page.getByRole('dialog').getByRole('button', { name: answer }).click();
  }

  /** The masked password, wherever the account is shown. */
  readonly maskedPassword = () => this.#page.getByText('••••••••••••');

  async copyLink(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Copy link' }).first().click();
  }

  /** What the page shows for copying, under its label. */
  readonly #shown = (label: string) =>
    this.#page
      .locator('.lk-copy')
      .filter({ has: this.#page.getByRole('button', { name: `Copy: ${label}` }) })
      .locator('span')
      .first();

  /** Presses Copy link, and reads what is shown then. */
  async shownLink(): Promise<{ readonly link: string; readonly typedCode: string }> {
    await this.copyLink();
    return { link: await this.#shown('Link').innerText(), typedCode: await this.#shown('Code to type').innerText() };
  }

  /** The invitation's own page, from its row. */
  async openInvitation(fullName: string): Promise<void> {
    await this.openPendingInvitations();
    await this.pendingRow(fullName).getByRole('link', { name: fullName }).click();
    await this.#mailAddress().waitFor();
  }

  readonly #mailAddress = () => this.#page.getByLabel('Mail address of the administrator');

  /** Presses one of the buttons below the address; resolves once the page says that the mail has left. */
  async mail(
    to: string,
    button: 'Send the link by mail' | 'Send the same link again' | 'Send a reminder',
  ): Promise<void> {
    await this.orderMail(to, button);
    await this.#page.getByText(new RegExp(`^(Sent|Reminder sent) to ${to}`)).waitFor();
  }

  /** Presses it, and waits for nothing. */
  async orderMail(to: string, button = 'Send the link by mail'): Promise<void> {
    await this.#mailAddress().fill(to);
    await this.#page.getByRole('button', { name: button }).click();
  }

  /** Another link, after the question; mailed to the address that is typed. */
  async renewAndSend(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Renew the link' }).click();
    await this.#page.getByRole('dialog').getByRole('button', { name: 'Renew and send' }).click();
    await this.#page.getByText(/The link is renewed, and on its way/).waitFor();
  }

  readonly here = () =>
    this.#page.getByRole('link', { name: 'here' }).or(this.#page.getByRole('button', { name: 'here' }));

  async openPendingInvitations(): Promise<void> {
    await this.#page
      .getByRole('link', { name: /^Pending Invitations/ })
      .first()
      .click();
  }

  readonly pendingRow = (fullName: string) => this.#page.getByRole('row').filter({ hasText: fullName });

  async add(fullName: string): Promise<void> {
    await this.pendingRow(fullName).getByRole('button', { name: 'Add' }).click();
  }

  /** Takes the invitation back, and says yes when asked. */
  async cancel(fullName: string): Promise<void> {
    await this.pendingRow(fullName)
      .getByRole('button', { name: `Cancel: ${fullName}` })
      .click();
    await this.#page.getByRole('dialog').getByRole('button', { name: 'Cancel the invitation' }).click();
    await this.pendingRow(fullName).waitFor({ state: 'detached' });
  }

  async openSettings(fullName: string): Promise<void> {
    await this.#page
      .getByRole('link', { name: /^Services/ })
      .first()
      .click();
    await this.#page.getByRole('link', { name: fullName }).first().click();
    await this.#page
      .getByRole('tab', { name: 'M365 Settings' })
      .or(this.#page.getByRole('link', { name: 'M365 Settings' }))
      .first()
      .click();
  }

  /** M365 Settings: asks for an approval by another profile. */
  async inviteByProfile(profile: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Permission profile' }).selectOption(profile);
    await this.#page.getByRole('button', { name: 'Invite to approve this profile' }).click();
  }

  /** Permission profiles: saves a copy of one that comes with Latchkey, as an Admin. */
  async copyProfile(of: string, name: string): Promise<void> {
    await this.openSettingsPage('Permission profiles');
    await this.#page.getByRole('button', { name: `Copy and change: ${of}`, exact: true }).click();
    await this.#page.getByLabel('Name', { exact: true }).fill(name);
    await this.#page.getByRole('button', { name: 'Save version 1' }).click();
    await this.#page.getByText(`${name} is saved as version 1.`).waitFor();
  }

  async checkPermissions(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Check permissions' }).click();
  }

  readonly permissionsBladeLink = () => this.#page.getByRole('link', { name: /Permissions blade|portal/ }).first();

  async validateAuthentication(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Validate Authentication' }).first().click();
  }

  /** The confirmation at the top, or any line of the kind, that says `text`. */
  readonly confirmation = (text: RegExp | string = /./) =>
    this.#page.getByRole('status').filter({ hasText: text }).first();

  readonly tab = (name: string) => this.#page.getByRole('tab', { name });

  /** The last column of the table of permissions, row by row. */
  findings(): Promise<readonly string[]> {
    return this.#page.getByRole('table', { name: 'Permissions' }).locator('tbody td:last-child').allInnerTexts();
  }
}
