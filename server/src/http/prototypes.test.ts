import { endpoints } from '@latchkey/shared/api/endpoints';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

let api: TemporaryApp;
let session = '';
beforeAll(async () => {
  api = await openTemporaryApp({ fetch: () => Promise.reject(new TypeError('no network')) });
  session = await api.signIn('Admin');
});
afterAll(() => api.close());
// What one row left behind would break whatever runs after it, and nobody would know why.
afterEach(() => void Reflect.deleteProperty(Object.prototype, 'polluted'));

const corpus = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"a":{"__proto__":{"polluted":1}}}',
  '{"a":{"constructor":{"prototype":{"polluted":1}}}}',
  '[{"__proto__":{"polluted":1}}]',
  '{"__proto__.polluted":1}',
  '{"__proto__[polluted]":1}',
  '{"constructor.prototype.polluted":1}',
  '{"toString":1,"hasOwnProperty":1,"valueOf":1,"__proto__":null}',
  '{"__proto__":[],"length":1}',
];
const query = '__proto__[polluted]=1&constructor[prototype][polluted]=1&__proto__.polluted=1&__proto__=1';
const takers = Object.values(endpoints).filter(({ path }) => path !== '/v1/changes/stream' && path !== '/v1/session');
const own = () =>
  [Object.prototype, Array.prototype, Function.prototype].map((prototype) => Reflect.ownKeys(prototype));

test.each(takers.map(({ method, path }) => [`${method} ${path}`, method, path] as const))(
  'T61: %s keeps every prototype as it is',
  async (_, method, path) => {
    const before = own();
    for (const body of method === 'GET' ? [''] : corpus) {
      const address = path.replaceAll(/:\w+/g, '__proto__');
      const headers = { 'idempotency-key': 'k'.repeat(20), 'content-type': 'application/json' };
      const sent = method === 'GET' ? {} : { body };
      const status = await api.call(method, `${address}?${query}`, { session, headers, ...sent }).then(
        (answer) => answer.status,
        () => 0,
      );
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect(own()).toEqual(before);
  },
);

test('there were routes to be tried', () => {
  expect(takers.filter(({ method }) => method !== 'GET').length).toBeGreaterThan(10);
});
