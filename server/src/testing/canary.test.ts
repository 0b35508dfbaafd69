import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReceivedMail } from '../../sandbox/mail/mailbox.ts';
import { startLine, type Line } from './line.ts';
import { invite, look } from './steps.ts';
import { tracesOf, type Places } from './traces.ts';

const typedPassword = 'Typed-by-hand canary 7!';
const microsoftSays = 'canary in the words of Microsoft';

/** What went over the wire to Microsoft and back, as whoever listens there would read it. */
const wire: string[] = [];
const listening: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const sent = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
  const got = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Record<string, unknown>;
  for (const name of secretsOfTokenCalls) wire.push(sent.get(name) ?? '', String(got[name] ?? ''));
  return response;
};
const secretsOfTokenCalls = ['client_secret', 'code', 'code_verifier', 'refresh_token', 'access_token', 'id_token'];

let line: Line;
let places: Places;
let invitation: Awaited<ReturnType<typeof invite>>;
/** The link that was renewed. */
let before: string;
let browserHolds: readonly string[];
let state: string;
let session = '';
let lastRequestId = '';

/** Everything that we answered, taken apart by what it was the answer to. */
function listenTo(app: Line['app']): Record<string, string> {
  const said: Record<string, string> = {};
  const request = app.http.request.bind(app.http);
  app.http.request = async (...given) => {
    const response = await request(...given);
    const [path, init] = given;
    session = new Headers(init?.headers).get('authorization')?.slice('Bearer '.length) ?? session;
    lastRequestId = response.headers.get('x-request-id') ?? '';
    const name = `${init?.method ?? 'GET'} ${String(path)
      .replace(/\?.*/, '')
      .replace(/\w{3}_\w{26}/, ':id')}`;
    const { 'set-cookie': _, ...headers } = Object.fromEntries(response.headers);
    said[`${name} headers`] = `${said[`${name} headers`] ?? ''}${JSON.stringify(headers)}`;
    said[`${name} cookies`] = `${said[`${name} cookies`] ?? ''}${response.headers.getSetCookie().join('\n')}`;
    said[`${name} body`] = `${said[`${name} body`] ?? ''}${await response.clone().text()}`;
    return response;
  };
  return said;
}

/** The link by mail: what arrived, head and body apart. */
async function mailTheLink(): Promise<Places> {
  // The link before lives for a moment only; what is looked for is the one that is renewed, sent again and reminded of.
  for (const [path, more] of [
    ['mails', {}],
    ['renew', {}],
    ['mails', {}],
    ['mails', { kind: 'reminder' }],
  ] as const) {
    await line.call('POST', `/v1/invitations/${invitation.id}/${path}`, { to: line.practice.admin.username, ...more });
    await line.runJob('invitation-mails');
  }
  const { mails } = (await (await fetch(`${line.practice.oracle}/mails`)).json()) as { mails: ReceivedMail[] };
  const shown = await line.call<{ link: string; typedCode: string }>('POST', `/v1/invitations/${invitation.id}/link`);
  before = invitation.link;
  invitation = { ...invitation, link: shown.body.link, code: shown.body.typedCode };
  const all = (of: (mail: ReceivedMail) => string): string => mails.map(of).join('\n');
  expect(mails).toHaveLength(4);
  return {
    'mail heads': all(({ headers }) => JSON.stringify(headers)),
    'mail text': all(({ text }) => text ?? ''),
    'mail html': all(({ html }) => html ?? ''),
  };
}

/** Puts what must not be kept into every input that there is. */
async function typeIntoEverything(): Promise<void> {
  const query = new URLSearchParams({ state: 'x'.repeat(43), code: typedPassword, error_description: microsoftSays });
  const headers = { authorization: `Bearer ${typedPassword}`, referer: invitation.link, 'user-agent': typedPassword };
  const sameOrigin = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  await line.app.http.request(`/consent/callback?${query.toString()}`, { headers });
  await line.app.http.request(`/${encodeURIComponent(typedPassword)}?${query.toString()}`, { headers });
  await line.app.http.request('/i/open', { method: 'POST', headers: sameOrigin, body: `{"token":"${typedPassword}"}` });
  await line.browse().post('/i/code', { code: typedPassword });
  await line.call('POST', '/v1/invitations', { tenant: typedPassword, fullName: 'x', password: typedPassword });
  await line.call('POST', `/v1/invitations/${typedPassword}/method`, { method: typedPassword });
}

beforeAll(async () => {
  line = await startLine({ fetch: listening });
  const said = listenTo(line.app);
  invitation = await invite(line);
  const mailed = await mailTheLink();
  const browser = line.browse();
  await line.browse().post('/i/code', { code: invitation.code });
  await browser.open(invitation.link);
  const address = await browser.start();
  state = new URL(address).searchParams.get('state') ?? '';
  const shown = await browser.atMicrosoft(address, line.practice.admin, 'approves');
  await browser.comeBack(shown.left!);
  const [{ id } = { id: '' }] = (await line.call<{ items: { id: string }[] }>('GET', '/v1/customers')).body.items;
  const connection = await line.store.read.connections.findByCustomer(id);
  await line.call('POST', `/v1/connections/${connection!.id}/validate`);
  await line.fault({ token: { status: 400, body: { error: 'invalid_grant', error_description: microsoftSays } } });
  await line.call('POST', `/v1/connections/${connection!.id}/validate`);
  await typeIntoEverything();
  browserHolds = [...browser.jar.all.values()];
  const files = readdirSync(line.folder).map((name) => [name, readFileSync(join(line.folder, name))] as const);
  places = { log: line.logged(), ...Object.fromEntries(files), ...said, ...mailed };
});
afterAll(() => line.stop());

const inLogAndFiles = (): Places =>
  Object.fromEntries(Object.entries(places).filter(([place]) => place === 'log' || place.startsWith('latchkey.db')));

test('what may be kept is found where it is kept', async () => {
  expect(Object.keys(places)).toEqual(expect.arrayContaining(['log', 'latchkey.db', 'latchkey.db-wal']));
  const control = line.practice.situation.customer.name;
  expect(await look(line, invitation.id)).toMatchObject({ status: 'authentication_complete' });
  expect(tracesOf(control, places)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^latchkey\.db(-wal)?: utf-8$/)]),
  );
  expect(tracesOf(lastRequestId, places)).toContain('log: utf-8');
});

test('a link stands in the one answer that shows it and in the bodies of its mails, and nowhere else', () => {
  const [token, former] = [invitation.link, before].map((link) => new URL(link).hash.slice(1)) as [string, string];
  expect(token).not.toBe(former);
  const shown = ['mail html: utf-8', 'mail text: utf-8', 'POST /v1/invitations/:id/link body: utf-8'];
  expect(token).toHaveLength(43);
  expect(tracesOf(token, places).toSorted()).toEqual(shown.toSorted());
  expect(tracesOf(former, places).toSorted()).toEqual(shown.toSorted());
  expect(tracesOf(invitation.code, places).toSorted()).toEqual(shown.toSorted());
  expect(tracesOf(invitation.code.replaceAll('-', ''), places)).toEqual([]);
});

test('no page tells another site where its reader came from', () => {
  const pages = Object.entries(places).filter(([place]) => / \/(i|consent)\b.* headers$/.test(place));
  expect(pages.length).toBeGreaterThan(4);
  for (const [place, headers] of pages) expect(headers, place).toContain('"referrer-policy":"no-referrer"');
  for (const [place, headers] of pages) expect(headers, place).not.toMatch(/"referrer-policy":"(?!no-referrer")/);
});

test('what Microsoft gave is in no log, no file and no answer; nor is the secret by which we ask for it', () => {
  const secrets = [...new Set(wire)].filter((text) => text !== '');
  expect(secrets.length).toBeGreaterThanOrEqual(secretsOfTokenCalls.length);
  expect(secrets).toContain(line.practice.secret.trim());
  for (const secret of secrets) expect(tracesOf(secret, places), secret.slice(0, 12)).toEqual([]);
});

test('what the browser holds is in no log and no file', () => {
  expect(new Set(browserHolds).size, 'the visit, under its own name and as the newest, and the start').toBe(2);
  for (const secret of [...browserHolds, state, session]) {
    expect(secret).toHaveLength(43);
    expect(tracesOf(secret, inLogAndFiles())).toEqual([]);
  }
});

test('what is typed anywhere, and what Microsoft says about it, is in no log and no file', () => {
  const passwords = [line.practice.admin, ...line.practice.situation.provider.operators].map((one) => one.password);
  for (const secret of [typedPassword, microsoftSays, ...passwords])
    expect(tracesOf(secret, inLogAndFiles())).toEqual([]);
});

test('the log is lines of JSON, each an event of the list', () => {
  for (const text of line.logged().trimEnd().split('\n')) {
    expect(JSON.parse(text)).toMatchObject({ event: expect.stringMatching(/^[a-z]+\.[a-z]+$/) as unknown });
  }
});
