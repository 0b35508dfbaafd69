import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { listInvitations } from '@latchkey/shared/api/invitations';
import { openTemporaryApp, temporaryConfiguration, temporaryExtension, type TemporaryApp } from '../temporary-app.ts';

let api: TemporaryApp;
beforeEach(async () => {
  api = await openTemporaryApp();
});
afterEach(() => api.close());

describe('a body', () => {
  const long = 'x'.repeat(64 * 1024);

  test('of more than 64 kB is refused by its length, before anybody is asked who it is', async () => {
    const headers = { 'content-length': String(long.length + 2) };
    const answer = await api.call('POST', '/v1/invitations', { body: JSON.stringify(long), headers });
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'request_too_large']);
  });

  test('of more than 64 kB is refused in pieces, and not read to its end', async () => {
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pieces += 1;
        if (pieces > 1_000) controller.close();
        else controller.enqueue(new TextEncoder().encode('x'.repeat(1024)));
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    const answer = await api.app.http.request('/v1/invitations', init);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'request_too_large']);
    expect(pieces).toBeLessThan(70);
  });

  test('of exactly 64 kB is read', async () => {
    const answer = await api.call('POST', '/v1/invitations', { body: `"${'x'.repeat(64 * 1024 - 2)}"` });
    expect(await codeOf(answer)).toBe('session_missing');
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=utf-16',
    '',
  ])('of type "%s" is not taken', async (type) => {
    const session = await api.signIn('Admin');
    const answer = await api.call('POST', '/v1/invitations', {
      session,
      body: '{}',
      headers: { 'content-type': type },
    });
    expect([answer.status, await codeOf(answer)]).toEqual([415, 'request_type_unsupported']);
  });

  test.each(['{', '', 'undefined', '{"a":1}}', `${'['.repeat(20)}${']'.repeat(20)}`])(
    '"%s" is not readable',
    async (body) => {
      const session = await api.signIn('Admin');
      const answer = await api.call('POST', '/v1/invitations', { session, body });
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'request_not_json']);
    },
  );
});

describe('a problem', () => {
  test('names the wrong fields by their path, and none of their values', async () => {
    const session = await api.signIn('Operator');
    const body = { tenant: 7, state: 'onboarded', licensedUsers: 'canary-value' };
    const answer = await api.call('POST', '/v1/invitations', {
      session,
      body,
      headers: { 'idempotency-key': 'k'.repeat(20) },
    });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(JSON.parse(text)).toMatchObject({
      type: '/errors/request_invalid',
      code: 'request_invalid',
      reference: answer.headers.get('x-request-id'),
      fields: expect.arrayContaining([
        { path: 'body.tenant', code: 'invalid_type' },
        { path: 'body.state', code: 'unknown' },
      ]) as unknown,
    });
    expect(text).not.toContain('canary-value');
  });

  test('with a key given twice is a wrong request', async () => {
    const session = await api.signIn('Operator');
    const answer = await api.call('GET', `${listInvitations.path}?which=all&which=pending`, { session });
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'request_invalid']);
  });

  test('of the database is told as such, without its words', async () => {
    const session = await api.signIn('Operator');
    await sql`drop table audit`.execute(api.temporary.engine.write);
    const answer = await api.call('GET', '/v1/changes', { session });
    const text = await answer.text();
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(text).not.toMatch(/sqlite|audit|select|table|\.ts|node:/i);
    expect(api.logged.join()).not.toMatch(/no such table/);
  });
});

describe('every answer', () => {
  test.each(['/healthz', '/v1/configuration', '/v1/invitations', '/nowhere', '/openapi.json'])(
    'at %s has the headers',
    async (path) => {
      const { headers } = await api.call('GET', path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as unknown,
        'x-request-id': expect.stringMatching(/^[0-9a-f]{24}$/) as unknown,
      });
    },
  );

  test('has an id of ours, whatever id the request brought', async () => {
    const answer = await api.call('GET', '/healthz', { headers: { 'x-request-id': 'theirs' } });
    expect(answer.headers.get('x-request-id')).not.toBe('theirs');
  });
});

describe('a browser page', () => {
  const originOf = (answer: Response) => answer.headers.get('access-control-allow-origin');

  test('of the extension may read answers, without credentials', async () => {
    const answer = await api.call('GET', '/v1/configuration', { headers: { origin: temporaryExtension } });
    expect(originOf(answer)).toBe(temporaryExtension);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  test('of the extension may ask first', async () => {
    const headers = { origin: temporaryExtension, 'access-control-request-method': 'POST' };
    const answer = await api.call('OPTIONS', '/v1/invitations', { headers });
    expect([answer.status, originOf(answer)]).toEqual([204, temporaryExtension]);
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  test.each([
    'chrome-extension://abcdefghijklmnopabcdefghijklmnoq',
    `${temporaryExtension}.evil.example`,
    `${temporaryExtension}/`,
    temporaryExtension.toUpperCase(),
    'null',
    'file://',
    'https://evil.example',
    'http://127.0.0.1:8787.evil.example',
    'moz-extension://7c1a2b3c-0000-4000-8000-00000000b002',
  ])('of %s may not', async (origin) => {
    const read = await api.call('GET', '/v1/configuration', { headers: { origin } });
    const asked = await api.call('OPTIONS', '/v1/invitations', {
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect([originOf(read), originOf(asked), asked.status]).toEqual([null, null, 403]);
    expect(read.headers.get('vary')).toContain('Origin');
  });
});

test('an address that calls too often is asked to wait', async () => {
  const limited = await openTemporaryApp({
    limits: { address: 5, signIn: 2, opening: 2, operator: 5, guideCheck: 5, testMail: 5 },
  });
  const statuses = [];
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await limited.call('GET', '/healthz')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  await limited.close();
});

test('T57: an address that says each time that it is another one is the same one', async () => {
  const limits = { address: 5, signIn: 2, opening: 2, operator: 5, guideCheck: 5, testMail: 5 };
  const limited = await openTemporaryApp({ limits });
  const statuses = [];
  for (let turn = 0; turn < 8; turn += 1) {
    const headers = { 'x-forwarded-for': `198.51.100.${turn}, 203.0.113.${turn}`, 'x-real-ip': `198.51.100.${turn}` };
    statuses.push((await limited.call('GET', '/healthz', { headers })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  await limited.close();
});

test('T57: behind one proxy of ours the address is what that proxy saw, whatever the caller put before it', async () => {
  const limits = { address: 2, signIn: 2, opening: 2, operator: 5, guideCheck: 5, testMail: 5 };
  const limited = await openTemporaryApp({ limits, configuration: temporaryConfiguration({ trustedHops: 1 }) });
  const from = async (forwarded: string) =>
    (await limited.call('GET', '/healthz', { headers: { 'x-forwarded-for': forwarded } })).status;
  const same = [
    await from('198.51.100.1, 203.0.113.9'),
    await from('198.51.100.2, 203.0.113.9'),
    await from('203.0.113.9'),
  ];
  expect([same, await from('203.0.113.10')]).toEqual([[200, 200, 429], 200]);
  await limited.close();
});

test('guessing tokens is stopped sooner', async () => {
  const limited = await openTemporaryApp({
    limits: { address: 100, signIn: 2, opening: 2, operator: 5, guideCheck: 5, testMail: 5 },
  });
  const statuses = [];
  for (let turn = 0; turn < 3; turn += 1)
    statuses.push((await limited.call('POST', '/v1/session', { session: 'x' })).status);
  expect(statuses).toEqual([401, 401, 429]);
  await limited.close();
});

async function codeOf(answer: Response): Promise<unknown> {
  return ((await answer.json()) as { code: unknown }).code;
}
