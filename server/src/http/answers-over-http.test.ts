import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { defineEndpoint } from '@latchkey/shared/api/endpoint';
import { ok } from '@latchkey/shared/result';
import { en } from '@latchkey/shared/words/en';
import { createLog } from '../log/log.ts';
import { openTemporaryStore, type TemporaryStore } from '../storage/temporary-store.ts';
import { makeTemporaryKeys } from '../sealing/temporary-keys.ts';
import type { Mount } from './call.ts';
import { fail } from './fail.ts';
import { createHttp } from './create-http.ts';
import { createMount } from './mount.ts';

const limits = { address: 1_000, signIn: 1_000, opening: 1_000, operator: 1_000, guideCheck: 1_000, testMail: 1_000 };
const endpoint = defineEndpoint({
  method: 'GET',
  path: '/v1/example',
  summary: 'An example',
  who: 'anyone',
  response: z.strictObject({ name: z.string(), deep: z.array(z.strictObject({ n: z.int() })) }),
  status: 200,
  errors: ['internal'],
  audit: { none: 'reading' },
});

let temporary: TemporaryStore;
let logged: string[] = [];
let http: ReturnType<typeof createHttp>;
let mount: Mount;
beforeEach(async () => {
  logged = [];
  temporary = await openTemporaryStore();
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  http = createHttp({
    words: en,
    log,
    trustedHops: 1,
    isHttps: true,
    extensionOrigins: [],
    limits,
    refuse: fail,
    onDone: () => undefined,
  });
  mount = createMount({
    app: http,
    sessions: { check: () => Promise.reject(new Error('nobody asks')) },
    guests: { isGuestSession: () => false, check: () => Promise.reject(new Error('nobody asks')) },
    idempotency: { kept: temporary.store.read.idempotency, fingerprints: makeTemporaryKeys().fingerprints },
    tags: { latestSequence: () => Promise.resolve(0), generation: '' },
    limits,
    log,
    now: () => new Date(),
  });
});
afterEach(() => temporary.close());

test('an answer leaves as declared', async () => {
  mount(endpoint, () => Promise.resolve(ok({ name: 'x', deep: [{ n: 1 }] })));
  const answer = await http.request('/v1/example');
  expect([answer.status, await answer.json()]).toEqual([200, { name: 'x', deep: [{ n: 1 }] }]);
});

test.each([
  ['a key more', { name: 'x', deep: [], refreshToken: 'canary' }],
  ['a key more, deep down', { name: 'x', deep: [{ n: 1, refreshToken: 'canary' }] }],
  ['a key less', { name: 'canary' }],
  ['another kind of value', { name: 'x', deep: 'canary' }],
])('an answer with %s does not leave, nor does the log quote it', async (_name, value) => {
  mount(endpoint, () => Promise.resolve(ok(value as never)));
  const answer = await http.request('/v1/example');
  const text = await answer.text();
  expect([answer.status, JSON.parse(text)]).toEqual([500, expect.objectContaining({ code: 'internal' })]);
  expect(text + logged.join('')).not.toContain('canary');
  expect(logged.join('')).toContain('reply.malformed');
});

test('what a handler throws stays inside', async () => {
  mount(endpoint, () => Promise.reject(new Error('canary: password=hunter2 at /etc/latchkey')));
  const answer = await http.request('/v1/example');
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text + logged.join('')).not.toMatch(/canary|hunter2|\/etc/);
  expect(logged.join('')).toContain('request.failed');
});

test('behind one proxy the address that the proxy saw counts, not what the caller wrote before it', async () => {
  const few = createHttp({
    words: en,
    log: createLog('silent'),
    trustedHops: 1,
    isHttps: true,
    extensionOrigins: [],
    limits: { ...limits, address: 1 },
    refuse: fail,
    onDone: () => undefined,
  });
  const statusFor = async (forwarded: string) =>
    (await few.request('/x', { headers: { 'x-forwarded-for': forwarded } })).status;
  expect([
    await statusFor('198.51.100.1'),
    await statusFor('203.0.113.9, 198.51.100.1'),
    await statusFor('198.51.100.2'),
  ]).toEqual([404, 429, 404]);
  expect([
    await statusFor('2001:db8:1:2::5'),
    await statusFor('2001:db8:1:2:ffff::6'),
    await statusFor('2001:db8:1:3::5'),
  ]).toEqual([404, 429, 404]);
});

test('over https a browser is told to stay there', async () => {
  expect((await http.request('/x')).headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
});
