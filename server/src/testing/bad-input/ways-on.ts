import type { InvitationView } from '@latchkey/shared/api/invitations';
import { expect } from 'vitest';
import { pictureOf } from '../snapshot.ts';
import { answer, look } from '../steps.ts';
import { saveMended } from './acts/mail-templates.ts';
import { order, press, type Stage } from './stage.ts';

const rows = (at: Stage, table: string) => pictureOf(at.line)[table] as readonly Readonly<Record<string, unknown>>[];

async function mended(at: Stage): Promise<void> {
  const taken = await order(at);
  expect(taken.status).toBe(201);
  expect(((await taken.json()) as InvitationView).order.shortName).toBe('contoso');
}
async function cancelled(at: Stage): Promise<void> {
  const [pending] = (await at.line.call<{ items: readonly { id: string }[] }>('GET', '/v1/invitations')).body.items;
  expect((await press(at, `/v1/invitations/${pending!.id}/cancel`)).status).toBe(200);
}
/** The link as it is now: an invitation without a method is given one. */
async function currentLink(at: Stage): Promise<string> {
  const { id } = at.about;
  if ((await look(at.line, id)).status === 'draft')
    await press(at, `/v1/invitations/${id}/method`, { method: 'invitation-link' });
  const shown = await press(at, `/v1/invitations/${id}/link`);
  return ((await shown.json()) as { link: string }).link;
}
async function linkLeads(at: Stage): Promise<void> {
  const { html } = await answer(at.line, at.line.browse(), await currentLink(at), 'approves');
  expect(html).toContain('Done, and proved');
  expect(await look(at.line, at.about.id)).toMatchObject({ status: 'authentication_complete' });
}
async function works(at: Stage): Promise<void> {
  const connection = await at.line.store.read.connections.findByInvitation(at.about.id);
  const validated = await press(at, `/v1/connections/${connection!.id}/validate`);
  expect(await validated.json()).toMatchObject({ verdict: { verdict: 'working' } });
}
const passwordTaken = async (at: Stage): Promise<void> => {
  const { username, password } = at.line.practice.admin;
  const path = `/v1/customers/${at.about.customerId}/password`;
  expect((await press(at, path, { username, password })).status).toBe(200);
};

/** What a person does next, by its name in the table. Each asserts that it went well. */
export const waysOn: Readonly<Record<string, (at: Stage) => Promise<void>>> = {
  'the mended order is taken': mended,
  'it is cancelled, and the mended order is taken': async (at) => {
    await cancelled(at);
    await mended(at);
  },
  'signed in again, the mended order is taken': async (at) => {
    expect((await at.line.signIn('Operator')).status).toBe(201);
    await mended(at);
  },
  'the link leads to the end': linkLeads,
  'the code leads to the end': async (at) => {
    const device = at.line.browse();
    expect((await device.post('/i/code', { code: at.about.code })).status).toBe(303);
    expect((await device.get('/i/invitation')).status).toBe(200);
    await linkLeads(at);
  },
  'a new start address opens': async (at) => {
    const ticket = await press(at, `/v1/invitations/${at.about.id}/start-ticket`);
    const { startPage } = (await ticket.json()) as { startPage: string };
    const tab = at.line.browse();
    expect((await tab.open(startPage)).status).toBe(204);
    expect((await tab.get('/i/invitation')).status).toBe(200);
  },
  'the second device gets through': linkLeads,
  'the browser that started gets through': async (at) => {
    expect((await at.browser.comeBack(at.back)).html).toContain('Done, and proved');
    expect(await look(at.line, at.about.id)).toMatchObject({ status: 'authentication_complete' });
  },
  'the result can be seen': async (at) => {
    await at.browser.open(at.about.link);
    expect(await (await at.browser.get('/i/result')).text()).toContain('Done, and proved');
    expect(rows(at, 'connections')).toHaveLength(1);
  },
  'it can be replaced on purpose': async (at) => {
    const connection = await at.line.store.read.connections.findByCustomer(at.about.customerId);
    const wish = { profileId: 'northwind-voice', replacePending: true };
    const made = await press(at, `/v1/connections/${connection!.id}/invite-again`, wish);
    expect(await made.json()).toMatchObject({ replaced: 1 });
    expect(await look(at.line, at.about.id)).toMatchObject({ status: 'superseded' });
  },
  'the newer link leads to the end': async (at) => {
    expect(await look(at.line, at.about.id)).toMatchObject({ status: 'superseded' });
    const [pending, ...more] = await at.line.store.read.invitations.findPendingOf([at.about.customerId]);
    expect(more).toEqual([]);
    at.about = { ...at.about, id: pending!.id };
    await linkLeads(at);
  },
  'there is one invitation': (at) => Promise.resolve(expect(rows(at, 'invitations')).toHaveLength(1)),
  'there is no invitation': (at) => Promise.resolve(expect(rows(at, 'invitations')).toHaveLength(0)),
  'there is one list, and the customer is adopted or told why not': async (at) => {
    expect(rows(at, 'invitation_imports')).toHaveLength(1);
    await at.line.runJob('adoptions');
    expect(rows(at, 'invitation_import_rows')).toMatchObject([{ state: 'done', outcome: 'not_consented' }]);
  },
  'there is one service': (at) => Promise.resolve(expect(rows(at, 'services')).toHaveLength(1)),
  'the connection works': works,
  'the password is taken': passwordTaken,
  'the mended template is taken': async (at) => expect(await saveMended(at)).toBe(200),
  'it is kept once': (at) => Promise.resolve(expect(rows(at, 'passwords')).toHaveLength(1)),
  'it is told that there are spaces': async (at) => {
    const path = `/v1/customers/${at.about.customerId}/password`;
    expect((await at.line.call('GET', path)).body).toMatchObject({ password: { hasSpacesAtEnds: true } });
  },
};
