import { standingOf } from '@latchkey/shared/invitations/standing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AdminBrowser } from '../testing/admin-browser.ts';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { invite, look } from '../testing/steps.ts';

const correlation = '2d9a4c57-8e10-4b6f-a3d2-7c5e9f01b246';
const request = 'c41b7e02-95ad-4f38-b6c9-1e8d50a72300';
const page = (message: string) =>
  `Sorry, but we’re having trouble signing you in.\n${message}\nRequest Id: ${request}\nCorrelation Id: ${correlation}\nTimestamp: 2026-11-25T08:41:07Z`;

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

let browser: AdminBrowser;
let id = '';
let address = '';
let link = '';
beforeEach(async () => {
  // One customer has one pending invitation at a time.
  if (id !== '') await line.call('POST', `/v1/invitations/${id}/cancel`);
  browser = line.browse();
  ({ id, link } = await invite(line));
  await browser.open(link);
  address = await browser.start();
});

async function paste(text: string) {
  const answer = await browser.post('/i/error', { text });
  const location = answer.headers.get('location');
  const shown = location === null ? answer : await browser.get(location);
  return { status: answer.status, location, html: await shown.text() };
}
const lastLine = async () => (await line.store.read.audit.ofInvitation(id)).at(-1)!;

test.each([
  [
    'AADSTS90094: An administrator must consent.',
    'not_allowed',
    'Forward the message with the link to a Global Administrator',
  ],
  [
    'AADSTS53003: Access has been blocked by Conditional Access policies.',
    'not_allowed',
    'A Conditional Access policy blocked the sign-in.',
  ],
  [
    'AADSTS50076: Due to a configuration change you must use multi-factor authentication.',
    'not_allowed',
    'MFA is required for this.',
  ],
  ['AADSTS500121: Authentication failed during strong authentication request.', 'not_allowed', 'Start again'],
  [
    'AADSTS50105: Your administrator has configured the application to block users.',
    'not_allowed',
    'The account is not assigned to the app',
  ],
  ['AADSTS50011: The redirect URI does not match.', 'not_allowed', 'must mend this'],
  ['AADSTS700016: Application was not found in the directory.', 'not_allowed', 'The app is not in this tenant.'],
  [
    'AADSTS50020: User account from identity provider does not exist in tenant.',
    'wrong_tenant',
    'That was another organisation',
  ],
])('%s moves a started invitation to %s, with its words', async (message, status, words) => {
  const { status: http, location, html } = await paste(page(message));
  expect([http, location]).toEqual([303, `/i/result?of=${id}`]);
  expect((await look(line, id)).status).toBe(status);
  expect(html).toContain(words);
  expect(html).toContain(correlation);
  expect(html).toContain(`action="/i/start?of=${id}"`);
  const [, number] = /AADSTS(\d+)/.exec(message)!;
  expect(await lastLine()).toMatchObject({
    action: `consent.${status}`,
    actor: { kind: 'customer' },
    details: { source: 'pasted', aadsts: Number(number), correlationId: correlation, upstreamRequestId: request },
  });
});

test.each([
  ['AADSTS50126: Error validating credentials.', 'The name or the password is wrong.'],
  ['AADSTS90033: A transient error has occurred.', 'Microsoft’s directory does not answer for the moment.'],
  ['AADSTS65004: User declined to consent.', 'The consent was declined.'],
  ['AADSTS509999: nobody knows', 'Microsoft names a reason that we do not know.'],
])('%s moves nothing, is told, and is on record', async (message, words) => {
  const { status, html } = await paste(page(message));
  expect(status).toBe(200);
  expect(html).toContain(words);
  expect(html).toContain(correlation);
  expect((await look(line, id)).status).toBe('opened');
  expect(await lastLine()).toMatchObject({ action: 'consent.error_pasted', details: { correlationId: correlation } });
});

test.each([
  'Everything works. Authentication Complete. admin_consent=True&tenant=7c1a2b3c-0000-4000-8000-00000000d001',
  '{"verdict":"working","status":"authentication_complete"}',
  'HTTP/1.1 200 OK',
  'hello',
  '',
])('no text turns anything green: %j', async (text) => {
  const before = pictureOf(line);
  const { status, html } = await paste(text);
  expect(status).toBe(422);
  expect(html).toContain('No error of Microsoft’s was found');
  expect(html).not.toContain('Done, and proved');
  expect(html).not.toMatch(/s-working/);
  expect(pictureOf(line)).toEqual(before);
});

test('an address with the code of a sign-in is not used: it is refused, nothing is kept, and the sign-in still belongs to its browser', async () => {
  const shown = await browser.atMicrosoft(address, line.practice.admin, 'approves');
  const before = pictureOf(line);
  const asked = (await line.requests()).length;
  const { status, html } = await paste(`${page('AADSTS90094')}\n${shown.left!.href}`);
  expect(status).toBe(422);
  expect(html).toContain('This text carries a sign-in code, so it was not read');
  expect(html).not.toContain(shown.left!.searchParams.get('code')!);
  expect(pictureOf(line)).toEqual(before);
  expect((await line.requests()).length).toBe(asked);
  expect((await browser.comeBack(shown.left!)).html).toContain('Done, and proved');
});

test('a pasted refusal does not shut out the answer that comes after all', async () => {
  await paste(page('AADSTS50020: User account does not exist in tenant.'));
  expect((await look(line, id)).status).toBe('wrong_tenant');
  const shown = await browser.atMicrosoft(address, line.practice.admin, 'approves');
  expect((await browser.comeBack(shown.left!)).html).toContain('Done, and proved');
  expect((await look(line, id)).status).toBe('authentication_complete');
});

test('the box stands where somebody has started, and not before', async () => {
  expect(await (await browser.get('/i/invitation')).text()).toContain('action="/i/error?of=');
  await line.call('POST', `/v1/invitations/${id}/cancel`);
  const fresh = await invite(line);
  id = fresh.id;
  await browser.open(fresh.link);
  expect(await (await browser.get('/i/invitation')).text()).not.toContain('action="/i/error?of=');
  // Without a start there is no refusal: whatever is pasted is only told.
  expect((await paste(page('AADSTS90094'))).status).toBe(200);
  expect((await look(line, id)).status).toBe('ready');
});

test('only who holds the link may paste, and only by our own page', async () => {
  const before = pictureOf(line);
  const stranger = await line.browse().post('/i/error', { text: page('AADSTS90094') });
  expect(stranger.status).toBe(404);
  const elsewhere = await line.app.http.request('/i/error', {
    method: 'POST',
    headers: { ...browser.jar.header(), 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ text: page('AADSTS90094') }),
  });
  expect(elsewhere.status).toBe(403);
  expect(pictureOf(line)).toEqual(before);
});

test('of a pasted text nothing is logged or kept but the code and the ids', async () => {
  const canary = 'canary7Qx';
  await paste(`${canary}\n${page(`AADSTS90094 ${canary}`)}\npassword: ${canary} refresh_token=0.${canary}abcdefghijkl`);
  expect((await look(line, id)).status).toBe('not_allowed');
  expect(line.logged()).toContain('/i/error');
  expect(line.logged()).not.toContain(canary);
  expect(JSON.stringify(pictureOf(line))).not.toContain(canary);
  expect(JSON.stringify(pictureOf(line))).toContain(correlation);
});

test.each([
  ['AADSTS90094: An administrator must consent.', 'customer'],
  ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'customer'],
  ['AADSTS50011: The redirect URI does not match.', 'provider'],
  ['AADSTS1000031: The application cannot be accessed at this time.', 'microsoft'],
])('of %s the operator sees that the %s must act, and by what it can be looked up', async (message, owner) => {
  await paste(page(message));
  const view = await look(line, id);
  const standing = standingOf({ ...view, verdict: null, cause: null }, line.now().getTime());
  expect(standing).toMatchObject({ key: 'not_allowed', owner, tone: 'action' });
  expect(view.refusal).toEqual({
    code: /AADSTS\d+/.exec(message)![0],
    owner,
    correlationId: correlation,
    requestId: request,
    at: '2026-11-25T08:41:07.000Z',
    liftedAt: null,
  });
});

test('a new start forgets what Microsoft said before', async () => {
  await paste(page('AADSTS90094: An administrator must consent.'));
  await browser.start();
  expect(await look(line, id)).toMatchObject({ status: 'opened', refusal: null });
});
