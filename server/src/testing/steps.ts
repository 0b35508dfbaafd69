import type { InvitationView } from '@latchkey/shared/api/invitations';
import { invitationViews } from '../invitations/invitation-view.ts';
import type { AdminBrowser, Answer, Person } from './admin-browser.ts';
import type { Line } from './line.ts';

let made = 0;

/** Steps 1 to 3 of the manual: a customer with an invitation, and its link. */
export async function invite(
  line: Line,
  {
    profileId,
    ...customer
  }: {
    readonly profileId?: string;
    readonly tenant?: string;
    readonly fullName?: string;
    readonly language?: string | undefined;
    readonly days?: number;
    readonly reference?: string;
  } = {},
): Promise<{ readonly id: string; readonly link: string; readonly code: string }> {
  const created = await line.call<InvitationView>('POST', '/v1/invitations', {
    tenant: line.practice.situation.customer.domain,
    fullName: line.practice.situation.customer.name,
    shortName: `customer${(made += 1)}`,
    kind: 'direct-routing',
    licenceType: 'hosted-pro',
    licensedUsers: 50,
    ...customer,
  });
  if (created.status !== 201) throw new Error(JSON.stringify(created.body));
  const { id } = created.body;
  const method = { method: 'invitation-link', ...(profileId === undefined ? {} : { profileId }) };
  const chosen = await line.call('POST', `/v1/invitations/${id}/method`, method);
  if (chosen.status !== 200) throw new Error(JSON.stringify(chosen.body));
  const link = await line.call<{ link: string; typedCode: string }>('POST', `/v1/invitations/${id}/link`);
  if (link.status !== 200) throw new Error(JSON.stringify(link.body));
  return { id, link: link.body.link, code: link.body.typedCode };
}

/** Steps 4 to 6, as the customer's admin: the link, Start, Microsoft's pages, and back. */
export async function answer(
  line: Line,
  browser: AdminBrowser,
  link: string,
  how: Answer,
  person: Person = line.practice.admin,
) {
  await browser.open(link);
  const address = await browser.start();
  const shown = await browser.atMicrosoft(address, person, how);
  if (shown.left === undefined) throw new Error(`Microsoft kept the admin: ${shown.text}`);
  return browser.comeBack(shown.left);
}

/** An invitation as an operator sees it now. */
export async function look(line: Line, id: string): Promise<InvitationView> {
  const [view] = await invitationViews(line.store.read, [(await line.store.read.invitations.find(id))!]);
  return view!;
}

/** How an admin's way ended: the last page, and the invitation that it was about. */
export interface Ended {
  readonly response: Response;
  readonly id: string;
}
/** Goes to Microsoft and back, and gives the last page. */
export async function through(of: Line, browser: AdminBrowser, how: Answer): Promise<Ended> {
  const { id, link } = await invite(of);
  return { id, response: (await answer(of, browser, link, how)).page };
}

/** Leaves for Microsoft, and gives the address by which it comes back. */
export async function leave(of: Line, browser: AdminBrowser) {
  const { id, link } = await invite(of);
  await browser.open(link);
  const shown = await browser.atMicrosoft(await browser.start(), of.practice.admin, 'approves');
  return { id, link, back: shown.left! };
}
