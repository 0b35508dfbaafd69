import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@latchkey/shared/api/endpoints';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLine, type Line } from './line.ts';
import { connectedByPassword, passwordCalls } from './password-steps.ts';
import { tracesOf, type Places } from './traces.ts';

/** Typed by the operator, and wrong: with everything in it that is written differently in one form or another. */
const typed = 'Kanari "7" ü+/=&?% typed';

/** What went over the wire to Microsoft: addresses, and bodies as far as they were text; and the tokens that came back. */
const sent: string[] = [];
const refreshTokens: string[] = [];
const listening: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (init?.body !== undefined && init.body !== null) sent.push(`${String(input)} ${asText(init.body)}`);
  const answer = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { readonly refresh_token?: string };
  if (answer.refresh_token !== undefined) refreshTokens.push(answer.refresh_token);
  return response;
};
const asText = (body: unknown): string => (body instanceof Uint8Array ? 'bytes' : String(body));

let line: Line;
let customerId: string;
const said: Record<string, string> = {};
let files: Places;

/** Every answer whole, headers and all, by what it was the answer to. */
function listenTo(app: Line['app']): void {
  const request = app.http.request.bind(app.http);
  app.http.request = async (...given) => {
    const response = await request(...given);
    const [path, init] = given;
    const name = `${init?.method ?? 'GET'} ${String(path).replace(/\?.*/, '')}`;
    said[name] = `${said[name] ?? ''}${JSON.stringify([...response.headers])}${await response.clone().text()}`;
    return response;
  };
}

/** Every way to read, of every endpoint, with what there is of ids. */
async function readEverything(ids: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const reading = Object.values<Endpoint>(endpoints).filter(
    ({ method, response }) => method === 'GET' && response !== 'event-stream',
  );
  const paths = reading.map(({ path }) => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'none'));
  for (const path of paths) await line.call('GET', path);
  await line.app.http.request('/openapi.json');
  return paths;
}

/** The password where it does not belong. Nothing of it may be echoed, logged or kept. */
async function typeItWrongly(): Promise<void> {
  const path = `/v1/customers/${customerId}/password`;
  const { username } = line.practice.admin;
  await line.call('POST', path, { username, password: typed, [typed]: typed });
  await line.call('POST', path, { username: typed, password: typed });
  await line.call('POST', path, { username, password: typed.repeat(20) });
  await line.call('POST', `/v1/customers/${typed}/password`, { username, password: typed });
  await line.call('POST', `/v1/customers/cus_00000000000000000000000000/password`, { username, password: typed });
  await line.call('GET', `${path}?password=${encodeURIComponent(typed)}`);
  await line.call('POST', `/v1/customers/${customerId}/acknowledgement`, { password: typed });
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
    await line.signed('POST', path, {
      headers: { 'content-type': type },
      body: `{"username":"${username}","password":"${typed.replaceAll('"', '\\"')}"`,
    });
}

beforeAll(async () => {
  line = await startLine({ situation: 'woodgrove-known-password', fetch: listening });
  listenTo(line.app);
  const connected = await connectedByPassword(line);
  ({ customerId } = connected);
  const path = `/v1/customers/${customerId}/password`;
  await line.call('POST', `${path}/test`);
  await line.call('POST', `/v1/connections/${connected.connectionId}/validate`);
  const { username } = line.practice.admin;
  await line.call('POST', path, { username, password: typed });
  await line.call('POST', `${path}/test`);
  await line.fault({
    token: { status: 400, grantType: 'password', body: { error: 'invalid_grant', error_description: typed } },
  });
  await line.call('POST', `${path}/test`);
  await typeItWrongly();
  await line.call('POST', `/v1/invitations/${connected.id}/add`);
  await readEverything({ ...connected, invitationId: connected.id });
  files = Object.fromEntries(readdirSync(line.folder).map((name) => [name, readFileSync(join(line.folder, name))]));
});
afterAll(() => line.stop());

const everywhere = (): Places => ({ log: line.logged(), ...files, ...said });

test('the search finds what is there: the account’s name in the answers and the database, a route in the log', async () => {
  const { username } = line.practice.admin;
  expect(tracesOf(username, everywhere())).toEqual(
    expect.arrayContaining([
      `GET /v1/customers/${customerId}/password: utf-8`,
      expect.stringMatching(/^latchkey\.db(-wal)?: utf-8$/),
    ]),
  );
  expect(tracesOf('/v1/customers/:customerId/password', everywhere())).toContain('log: utf-8');
  expect(await passwordCalls(line)).toBeGreaterThanOrEqual(2);
});

test('a planted password is found, in whatever dress', () => {
  const places = { log: Buffer.from(`{"password":"${typed}"}`).toString('base64'), page: encodeURIComponent(typed) };
  expect(tracesOf(typed, places)).toEqual(['log: base64', 'page: url-encoded']);
});

test('a password that was typed, right or wrong, stands in no log, no file and no answer', () => {
  for (const password of [typed, line.practice.admin.password]) expect(tracesOf(password, everywhere())).toEqual([]);
});

test('the refresh token of a known password stands in no log, no file and no answer', () => {
  const tokens = [...new Set(refreshTokens)];
  expect(tokens.length).toBeGreaterThanOrEqual(2);
  for (const token of tokens) expect(tracesOf(token, everywhere())).toEqual([]);
});

test('to Microsoft a password goes in a body of bytes, and never in an address', () => {
  expect(sent.some((one) => one.endsWith('/token bytes'))).toBe(true);
  expect(tracesOf(typed, { sent: sent.join('\n') })).toEqual([]);
  expect(tracesOf(line.practice.admin.password, { sent: sent.join('\n') })).toEqual([]);
});
