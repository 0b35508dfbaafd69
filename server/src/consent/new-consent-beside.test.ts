import type { ConnectionView, ValidationView } from '@latchkey/shared/api/connections';
import type { GuideView } from '@latchkey/shared/api/guides';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AdminBrowser } from '../testing/admin-browser.ts';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';
import { trips } from '../testing/situations/trips.ts';

/* A customer whose connection works approves once more: until that is proved, nothing of it touches what works. */

/** What stands between the server and Microsoft: it can spoil the next token that is asked for, and it can let something come between. */
const microsoft: { refusesNext: boolean; meanwhile: (() => Promise<unknown>) | undefined } = {
  refusesNext: false,
  meanwhile: undefined,
};
const between: typeof fetch = async (input, init) => {
  const body = typeof init?.body === 'string' ? init.body : '';
  if (!body.includes('grant_type=refresh_token')) return fetch(input, init);
  const { meanwhile, refusesNext } = microsoft;
  Object.assign(microsoft, { refusesNext: false, meanwhile: undefined });
  await meanwhile?.();
  return fetch(
    input,
    refusesNext ? { ...init, body: body.replace(/refresh_token=[^&]+/, 'refresh_token=made-up') } : init,
  );
};

let line: Line;
let connectionId: string;
let first: string;
beforeEach(async () => {
  Object.assign(microsoft, { refusesNext: false, meanwhile: undefined });
  line = await startLine({ fetch: between });
  const invited = await invite(line);
  first = invited.id;
  await answer(line, line.browse(), invited.link, 'approves');
  await line.call('POST', `/v1/invitations/${first}/add`);
  connectionId = (await look(line, first)).connection!.id;
});
afterEach(() => line.stop());

/** What the customer stands on, row by row. */
const standsOn = () => {
  const { connections, validations, alerts, services } = pictureOf(line);
  return { connections, validations, alerts, services };
};
const beside = () => pictureOf(line)['connection_candidates'] as { sealed_tokens: string; invitation_id: string }[];
const planned = () => (pictureOf(line)['work'] as { kind: string; subject: string }[]).map(({ kind }) => kind);
const call = <Body>(method: 'GET' | 'POST', path: string) => line.call<Body & { code?: string }>(method, path);
const guideOf = async (id: string) => (await call<GuideView>('GET', `/v1/invitations/${id}/guide`)).body;

async function second(how: Parameters<typeof answer>[3]): Promise<{ id: string; browser: AdminBrowser; html: string }> {
  const { id, link } = await invite(line);
  const browser = line.browse();
  const { html } = await answer(line, browser, link, how);
  return { id, browser, html };
}
/** A second consent of which Microsoft shows no grants: too early to say anything. */
async function settling() {
  await line.fault({ lie: 'no-grants' });
  const made = await second('approves');
  await line.fault({ lie: null });
  return made;
}

test('a consent that settles stands beside: tokens, verdict and history of what works stay row by row, and it is red or green for nobody', async () => {
  const before = standsOn();
  const { id, html } = await settling();
  expect(html).not.toContain('Done, and proved');
  expect(standsOn()).toEqual(before);
  expect(beside()).toMatchObject([{ connection_id: connectionId, invitation_id: id }]);
  expect(beside()[0]!.sealed_tokens).not.toBe((before.connections![0] as { sealed_tokens: string }).sealed_tokens);
  expect(await look(line, id)).toMatchObject({ status: 'consented', connection: { verdict: 'settling' } });
  expect(await guideOf(first)).toMatchObject({ verdict: { verdict: 'working' } });
  expect(await guideOf(id)).toMatchObject({ verdict: { verdict: 'settling' } });
  const { body } = await call<ConnectionView>('GET', `/v1/connections/${connectionId}`);
  expect(body).toMatchObject({ invitationId: first, verdict: { verdict: 'working' } });
  expect((await call('POST', `/v1/invitations/${id}/add`)).body.code).toBe('connection_not_proved');
});

test('an operator is told both, and nobody’s account', async () => {
  const none = await call('GET', `/v1/connections/${connectionId}/candidate`);
  expect([none.status, none.body]).toEqual([200, null]);
  const { id } = await settling();
  const monitor = await line.as('Monitor');
  const { body } = await monitor('GET', `/v1/connections/${connectionId}/candidate`);
  expect(body).toMatchObject({ connectionId, invitationId: id, verdict: { verdict: 'settling' } });
  expect(JSON.stringify(body)).not.toContain(line.practice.admin.username);
  expect(await call('GET', '/v1/connections/con_00000000000000000000000000/candidate')).toMatchObject({ status: 404 });
});

test('the planned look is at the new consent alone; proved, it takes the place with its own tokens, and nothing is left beside', async () => {
  const before = standsOn();
  const { id } = await settling();
  expect(planned()).toEqual(['settle_candidate']);
  const candidate = beside()[0]!;
  const asked = (await trips(line)).length;
  line.moveClock(3000);
  await line.runJob('settle');
  expect((await trips(line)).slice(asked)).toHaveLength(2);
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete', connection: { verdict: 'working' } });
  expect([beside(), planned()]).toEqual([[], []]);
  const [now] = standsOn().connections as { invitation_id: string; sealed_tokens: string }[];
  expect(now).toMatchObject({ id: connectionId, invitation_id: id });
  // Sealed for its new place: neither as the old one was, nor as it stood beside.
  expect([(before.connections![0] as typeof now)!.sealed_tokens, candidate.sealed_tokens]).not.toContain(
    now!.sealed_tokens,
  );
  const told = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
  expect(told.slice(-4)).toEqual([
    'invitation.consented',
    'connection.replaced',
    'connection.validated',
    'invitation.authentication_complete',
  ]);
  // It opens and works: a token is made of it.
  const { body } = await call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
  expect(body).toMatchObject({ verdict: { verdict: 'working' } });
});

test('of what is not proved when the window has closed somebody is told, and the connection works on with its own tokens', async () => {
  await line.fault({ lie: 'no-grants' });
  const { id } = await second('approves');
  const before = standsOn();
  line.moveClock(16 * 60_000);
  await line.runJob('settle');
  expect(standsOn()).toEqual(before);
  expect(await look(line, id)).toMatchObject({
    status: 'consented',
    connection: { verdict: 'action_needed', cause: 'permission_missing' },
  });
  expect(planned()).toEqual([]);
  const last = (await line.store.read.audit.ofInvitation(id)).at(-1);
  expect(last).toMatchObject({ action: 'candidate.validated', details: { candidate: true, verdict: 'action_needed' } });
});

test('Validate looks at both: what stands beside first, then what works; each keeps what is true of its own tokens', async () => {
  await line.fault({ lie: 'no-grants' });
  const { id } = await second('approves');
  const asked = (await trips(line)).length;
  const { body } = await call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
  const tokens = (await trips(line)).slice(asked).filter((trip) => trip.startsWith('token'));
  expect(tokens).toHaveLength(2);
  expect(beside()).toHaveLength(1);
  // Microsoft shows no grants to either: the connection’s own verdict says so, and the invitation stays where it is.
  expect(body.verdict.verdict).not.toBe('working');
  expect(await look(line, id)).toMatchObject({ status: 'consented' });
  await line.fault({ lie: null });
  await call('POST', `/v1/connections/${connectionId}/validate`);
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
  expect(beside()).toEqual([]);
});

test('that what works is proved once more proves nothing of the consent beside it', async () => {
  const { id } = await settling();
  microsoft.refusesNext = true;
  const { body } = await call<ValidationView>('POST', `/v1/connections/${connectionId}/validate`);
  expect(microsoft.refusesNext, 'the consent beside was asked for its token first').toBe(false);
  expect(body.verdict.verdict).toBe('working');
  expect(await look(line, id)).toMatchObject({ status: 'consented', connection: { cause: 'sign_in_again' } });
  const connection = await line.store.read.connections.find(connectionId);
  expect(connection).toMatchObject({ invitationId: first, verdict: { verdict: 'working' } });
});

test('cancelled, it is deleted with its tokens and its looks, and the connection has lost nothing', async () => {
  const before = standsOn();
  const { id } = await settling();
  expect((await call('POST', `/v1/invitations/${id}/cancel`)).status).toBe(200);
  expect([beside(), planned(), standsOn()]).toEqual([[], [], before]);
  const last = (await line.store.read.audit.ofInvitation(id)).at(-1);
  expect(last).toMatchObject({ details: { connectionRemoved: false, candidateRemoved: true } });
});

test('a look that comes back after the cancellation keeps nothing', async () => {
  const { id } = await settling();
  const before = standsOn();
  microsoft.meanwhile = () => call('POST', `/v1/invitations/${id}/cancel`);
  await call('POST', `/v1/invitations/${id}/guide/check`);
  expect(microsoft.meanwhile).toBeUndefined();
  expect([beside(), standsOn()]).toEqual([[], before]);
  expect(await look(line, id)).toMatchObject({ status: 'cancelled' });
});

test('of the guide and the planned look that come at once one proves it, once', async () => {
  const { id } = await settling();
  line.moveClock(3000);
  await Promise.all([
    line.runJob('settle'),
    call('POST', `/v1/invitations/${id}/guide/check`),
    call('POST', `/v1/connections/${connectionId}/validate`),
  ]);
  expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
  const told = (await line.store.read.audit.ofInvitation(id)).map(({ action }) => action);
  expect(told.filter((action) => action === 'connection.replaced')).toHaveLength(1);
  expect(told.filter((action) => action === 'invitation.authentication_complete')).toHaveLength(1);
});
