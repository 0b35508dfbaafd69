import { afterAll, beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { endpoints } from '@latchkey/shared/api/endpoints';
import { openTemporaryApp, temporaryConfiguration, type TemporaryApp } from '../temporary-app.ts';
import { openTemporaryMicrosoft, type TemporaryMicrosoft } from '../temporary-microsoft.ts';
import { allOr } from '../testing/thorough.ts';

let microsoft: TemporaryMicrosoft;
let api: TemporaryApp;
let session = '';
/** Knows no domain: whatever gets so far ends there. */
beforeAll(async () => {
  microsoft = await openTemporaryMicrosoft();
  api = await openTemporaryApp({ configuration: temporaryConfiguration({ cloud: microsoft.cloud }) });
  session = await api.signIn('Admin');
});
afterAll(async () => {
  await api.close();
  await microsoft.close();
});

const paths = Object.values(endpoints)
  .filter(({ method, path }) => method !== 'DELETE' && path !== '/v1/changes/stream')
  .map(({ method, path }) => ({ method, path: path as string }));
const pages = ['/i/open', '/i/code', '/i/start', '/i/approve-organization'].map((path) => ({
  method: 'POST' as const,
  path,
}));
const looks = ['/i', '/i/invitation', '/i/result', '/consent/callback', '/consent/admin-callback'].map((path) => ({
  method: 'GET' as const,
  path,
}));

const nasty = fc.constantFrom(
  '',
  '\0',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  `' or 1=1 --`,
  '../../etc/passwd',
  '%00',
  '%ff',
  '{{7*7}}',
  '${x}',
  '<script>alert(1)</script>',
  'a'.repeat(5_000),
  '🗝️'.repeat(300),
  '1e999',
  'null',
  'contoso.example',
  'inv_00000000000000000000000000',
);
const word = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 80 }));
const value = fc.oneof(
  word,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, -1, 0.5, 1e308, true, null),
);
const good = {
  tenant: 'contoso.example',
  fullName: 'Contoso',
  shortName: 'contoso',
  kind: 'direct-routing',
  licenceType: 'hosted-pro',
  licensedUsers: 50,
};
const spoilt = fc
  .record({
    key: fc.oneof(
      fc.constantFrom(...Object.keys(good), 'method', 'token', 'code', 'role', 'status', 'providerId'),
      word,
    ),
    value,
  })
  .map(({ key, value: replacement }) => JSON.stringify({ ...good, [key]: replacement }));
const nested = fc.integer({ min: 1, max: 4_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth));
const manyKeys = fc
  .integer({ min: 1, max: 2_000 })
  .map((count) => JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, n]))));
const prototypes = fc.constantFrom(
  '{"__proto__":{"role":"Admin"}}',
  '{"constructor":{"prototype":{"role":"Admin"}}}',
  '{"tenant":1,"tenant":2}',
);
const body = fc.oneof(spoilt, nested, manyKeys, prototypes, fc.json({ maxDepth: 6 }), word);
const contentType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
    ),
  },
);
const target = fc.constantFrom(...paths, ...pages, ...looks);

const request = fc.record({
  target,
  id: fc.oneof(fc.constant(''), word),
  query: fc.dictionary(
    fc.oneof(fc.constantFrom('after', 'before', 'tenant', 'reference', 'which', 'state', 'code', 'error'), word),
    word,
    { maxKeys: 3 },
  ),
  body,
  contentType,
  key: fc.oneof(fc.constant('k'.repeat(20)), fc.stringMatching(/^[\x20-\x7e]{0,200}$/)),
  isSignedIn: fc.boolean(),
});
/** Ten thousand; in short, a fifth of them. */
const many = allOr(10_000, 1_000);

type Hostile = typeof request extends fc.Arbitrary<infer T> ? T : never;

async function send(hostile: Hostile): Promise<Response> {
  const { method, path } = hostile.target;
  const id = hostile.id === '' ? 'inv_00000000000000000000000000' : encodeURIComponent(hostile.id.toWellFormed());
  const query = new URLSearchParams(hostile.query).toString();
  const headers = new Headers({ 'idempotency-key': hostile.key.trim(), 'sec-fetch-site': 'same-origin' });
  if (hostile.isSignedIn) headers.set('authorization', `Bearer ${session}`);
  if (method !== 'GET') headers.set('content-type', hostile.contentType);
  const address = `${path.replace(/:\w+/g, id)}${query === '' ? '' : `?${query}`}`;
  return api.app.http.request(address, { method, headers, ...(method !== 'GET' && { body: hostile.body }) });
}

test('ten thousand hostile requests: none is our fault, none tells how we are made', { timeout: 300_000 }, async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async (hostile) => {
      const answer = await send(hostile);
      const text = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect(answer.status, `${hostile.target.method} ${hostile.target.path}`).toBeLessThan(500);
      if (answer.status >= 400)
        expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|SQLITE|sqlite|\bselect\b.*\bfrom\b/);
    }),
    { numRuns: many },
  );
  expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(many);
  expect(await api.store.read.invitations.count('all')).toBe(0);
  expect(({} as { role?: unknown }).role).toBeUndefined();
});
