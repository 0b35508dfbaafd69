import { openAdminBrowser } from '../src/testing/admin-browser.ts';
import { line } from './acknowledged.ts';
import { withDatabase } from './check-database.ts';
import { Stuck } from './client.ts';
import { open, start } from './consent.ts';
import { untilDone } from './until-done.ts';
import { invitationOf, type Walk } from './walker.ts';

const mostTurns = 12;

/** The way on from a box that was not ticked: Microsoft's page without one. Whoever is not taken back from there starts again. */
export async function approveOrganization(here: Walk, id: string): Promise<void> {
  const { client, practice } = here;
  const browser = openAdminBrowser(client.reach, practice.browse());
  for (let turn = 0; turn < mostTurns; turn += 1) {
    if (await isComplete(here, id)) return;
    await open(here, browser, id);
    const address = await start(here, browser, id, '/i/approve-organization');
    const { left, text } = await browser.atMicrosoft(address, practice.admin, 'accepts without box');
    if (left === undefined) throw new Stuck(`Microsoft kept the admin: ${text}`);
    const isTaken = await client.step('approved', async () => {
      const answer = await browser.get(left.pathname + left.search);
      if (answer.headers.get('location')?.startsWith('/i/result') !== true) return false;
      client.acknowledge('GET /consent/admin-callback', [
        line('consent.answered', { invitation_id: id }),
        line('consent.organization_answered', { invitation_id: id }),
      ]);
      return true;
    });
    if (isTaken) return;
  }
  throw new Stuck(`not approved after ${mostTurns} starts`);
}

const isComplete = (here: Walk, id: string): Promise<boolean> =>
  here.client.step('approve', async () => (await invitationOf(here, id)).status === 'authentication_complete');

/** A service account asks, we look after it by ourselves, a reviewer approves, and we see that too. */
export async function beReviewed(here: Walk, id: string): Promise<void> {
  const { client, practice } = here;
  await ask(here, id);
  await client.step('await', () => untilTold(here, id, 'consent.approval_awaited'));
  const { clientId } = practice.situation.registrations.consent;
  const { tenantId, people } = practice.situation.customer;
  const queue = new URLSearchParams({
    client_id: clientId,
    redirect_uri: 'https://entra.microsoft.com/TokenAuthorize',
  });
  const [, reviewer] = people;
  if (reviewer === undefined) throw new Stuck('nobody reviews');
  const reviewing = openAdminBrowser(client.reach, practice.browse());
  const { left, text } = await reviewing.atMicrosoft(`/${tenantId}/adminconsent?${queue}`, reviewer, 'approves');
  if (left === undefined) throw new Stuck(`Microsoft kept the reviewer: ${text}`);
  await client.step('seen', () => untilTold(here, id, 'consent.approval_seen'));
}

/** Microsoft keeps the account on a page of its own: what stands there is pasted. */
async function ask(here: Walk, id: string): Promise<void> {
  const { client, practice } = here;
  const browser = openAdminBrowser(client.reach, practice.browse());
  await open(here, browser, id);
  const { text } = await browser.atMicrosoft(await start(here, browser, id), practice.admin, 'approves');
  await client.step('ask', async () => {
    if ((await invitationOf(here, id)).status === 'approval_requested') return;
    const answer = await browser.post('/i/error', { text });
    if (answer.status >= 400) throw new Stuck(`what was pasted was not taken: ${answer.status}`);
    client.acknowledge('POST /i/error', [line('consent.approval_requested', { invitation_id: id })]);
  });
}

const isTold = ({ dataFolder }: Walk, action: string): boolean =>
  withDatabase(dataFolder, (database) => database.prepare('select 1 from audit where action = ?').all(action)).length >
  0;

const untilTold = (here: Walk, id: string, action: string): Promise<void> =>
  untilDone(here, {
    updates: ["update work set due = ? where kind = 'approval'"],
    isDone: async () => {
      await invitationOf(here, id);
      return isTold(here, action);
    },
    otherwise: 'the approval was not looked after',
  });
