import { hashOf } from '../src/invitations/link.ts';
import { openAdminBrowser, type AdminBrowser } from '../src/testing/admin-browser.ts';
import { line } from './acknowledged.ts';
import { Stuck } from './client.ts';
import { good, invitationOf, isByLink, type Walk } from './walker.ts';

const mostTurns = 12;

/** Steps 4 to 6 in the admin's browser. Whoever is not taken back from Microsoft starts again, as the page says. */
export async function consent(here: Walk, id: string, how: 'approves' | 'leaves the box' = 'approves'): Promise<void> {
  const { client, practice } = here;
  const browser = openAdminBrowser(client.reach, practice.browse());
  for (let turn = 0; turn < mostTurns; turn += 1) {
    if (await isConsented(here, id)) return readResult(here, browser, id);
    await open(here, browser, id);
    const address = await start(here, browser, id);
    const { left, text } = await browser.atMicrosoft(address, practice.admin, how);
    if (left === undefined) throw new Stuck(`Microsoft kept the admin: ${text}`);
    if (await comeBack(here, browser, id, left)) return readResult(here, browser, id);
  }
  throw new Stuck(`not consented after ${mostTurns} starts`);
}

const isConsented = (here: Walk, id: string): Promise<boolean> =>
  here.client.step('open', async () => (await invitationOf(here, id)).connection !== null);

/** The link, as it is shown to the operator. */
export const showLink = (here: Walk, id: string): Promise<string> => here.client.step('link', () => linkOf(here, id));

/** The mailed link, or "here" with its ticket; a ticket opens once, so each try has its own. `link`: one that is known already. */
export async function open(here: Walk, browser: AdminBrowser, id: string, link?: string): Promise<void> {
  const { client } = here;
  const known = link ?? (isByLink(here) ? await showLink(here, id) : undefined);
  await client.step('open', async () => {
    const opened = await browser.open(known ?? (await client.step('ticket', () => ticketOf(here, id))));
    if (opened.status !== 204) throw new Stuck(`the link was not opened: ${opened.status}`);
    const visit = browser.jar.all.get('latchkey-invitation') ?? browser.jar.all.get('__Host-latchkey-invitation');
    client.acknowledge('POST /i/open', [
      { table: 'invitation_visits', where: { cookie_hash: hashOf(visit ?? ''), invitation_id: id } },
    ]);
  });
}

const linkOf = async ({ client }: Walk, id: string): Promise<string> => {
  const promises = ({ requestId }: { readonly requestId: string }) => [
    line('invitation.link_shown', { request_id: requestId, invitation_id: id }),
  ];
  return good(await client.call<{ readonly link: string }>('POST', `/v1/invitations/${id}/link`, { promises })).link;
};

const ticketOf = async ({ client }: Walk, id: string): Promise<string> =>
  good(
    await client.call<{ readonly startPage: string }>('POST', `/v1/invitations/${id}/start-ticket`, {
      promises: ({ body: { startPage }, requestId }) => [
        { table: 'start_tickets', where: { hash: hashOf(startPage.split('#t.')[1] ?? ''), invitation_id: id } },
        line('invitation.start_ticket_made', { request_id: requestId }),
      ],
    }),
  ).startPage;

export const start = (
  { client }: Walk,
  browser: AdminBrowser,
  id: string,
  path: '/i/start' | '/i/approve-organization' = '/i/start',
): Promise<string> =>
  client.step(path === '/i/start' ? 'start' : 'approve', async () => {
    const address = await browser.start(path);
    const state = new URL(address).searchParams.get('state') ?? '';
    client.acknowledge(`POST ${path}`, [
      { table: 'starts', where: { state_hash: hashOf(state), invitation_id: id } },
      line('consent.started', { invitation_id: id }),
    ]);
    return address;
  });

/** Whether the consent is on record. A callback that is loaded again says that it was used: then the browser starts again. */
const comeBack = (
  { client, practice }: Walk,
  browser: AdminBrowser,
  id: string,
  { pathname, search }: URL,
): Promise<boolean> =>
  client.step('callback', async () => {
    const answer = await browser.get(pathname + search);
    if (answer.headers.get('location')?.startsWith('/i/result') !== true) return false;
    client.acknowledge('GET /consent/callback', [
      line('consent.answered', { invitation_id: id }),
      line('invitation.consented', { invitation_id: id }),
      { table: 'connections', where: { tenant_id: practice.situation.customer.tenantId } },
    ]);
    return true;
  });

const readResult = ({ client }: Walk, browser: AdminBrowser, id: string): Promise<void> =>
  client.step('result', async () => {
    const page = await (await browser.get('/i/result')).text();
    if (!page.includes('Done, and proved')) return;
    client.acknowledge('GET /i/result', [line('invitation.authentication_complete', { invitation_id: id })]);
  });
