import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { loadPageAssets, pageAssetRoutes } from './assets.ts';
import { pageHeaders } from './page-headers.ts';

const assets = loadPageAssets();
const routes = pageAssetRoutes(assets);
const { styles, script, icon } = assets.addresses;

test.each([...styles, script, icon])('%s is served under the hash of its content, for ever', async (address) => {
  const answer = await routes.request(address);
  const body = await answer.text();
  expect(answer.status).toBe(200);
  expect(address).toContain(createHash('sha256').update(body).digest('hex').slice(0, 16));
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['/i/assets/pages.css', '/i/assets/..%2Fassets.ts', '/i/assets/__proto__', '/i/assets/'])(
  '%s is not served',
  async (address) => {
    expect((await routes.request(address)).status).toBe(404);
  },
);

test('each file says what it is', async () => {
  const typeOf = async (address = '') => (await routes.request(address)).headers.get('content-type');
  expect(await typeOf(styles[0])).toBe('text/css; charset=utf-8');
  expect(await typeOf(script)).toBe('text/javascript; charset=utf-8');
  expect(await typeOf(icon)).toBe('image/svg+xml');
});

test('the pages allow nothing inline and nothing from elsewhere', () => {
  const policy = pageHeaders['content-security-policy'];
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('http');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});
