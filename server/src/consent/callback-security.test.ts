import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AdminBrowser } from '../testing/admin-browser.ts';
import { startLine, type Line } from '../testing/line.ts';
import { pictureOf } from '../testing/snapshot.ts';
import { answer, invite, look } from '../testing/steps.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

const origin = 'http://127.0.0.1:8787';
let browser: AdminBrowser;
let id: string;
let link: string;
/** The honest address by which Microsoft sends this admin back. */
let back: URL;
beforeEach(async () => {
  await forgetCustomer();
  ({ id, link } = await invite(line));
  browser = line.browse();
  await browser.open(link);
  back = (await browser.atMicrosoft(await browser.start(), line.practice.admin, 'approves')).left!;
});

/** Another invitation for the same customer needs the one before to be out of the way. */
async function forgetCustomer(): Promise<void> {
  const pending = await line.call<{ items: { id: string }[] }>('GET', '/v1/invitations');
  for (const one of pending.body.items) await line.call('POST', `/v1/invitations/${one.id}/cancel`);
}

async function isRefused(path: string, by: AdminBrowser, status: number): Promise<void> {
  const before = pictureOf(line);
  const asked = (await line.requests()).length;
  const response = await by.get(path);
  expect(response.status).toBe(status);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(pictureOf(line)).toEqual(before);
  expect((await line.requests()).length).toBe(asked);
}
const here = (url: URL): string => url.pathname + url.search;
const withState = (state: string): string => {
  const url = new URL(back);
  url.searchParams.set('state', state);
  return here(url);
};

describe('T07: an answer that is not this browser’s own is refused, and nothing changes', () => {
  test('without the cookie', async () => {
    await isRefused(here(back), line.browse(), 400);
    // The honest browser is not harmed by it.
    expect((await browser.comeBack(back)).html).toContain('Done, and proved');
  });

  test('with the cookie of another browser’s start', async () => {
    const other = line.browse();
    await other.open(link);
    for (const [name] of browser.jar.all)
      if (name.startsWith('__Host-latchkey-start-')) other.jar.all.set(name, 'a'.repeat(43));
    await isRefused(here(back), other, 400);
  });

  test('replayed', async () => {
    await browser.comeBack(back);
    await isRefused(here(back), browser, 400);
    expect(await look(line, id)).toMatchObject({ status: 'authentication_complete' });
  });

  test('after 30 minutes', async () => {
    line.moveClock(30 * 60_000 + 1);
    await isRefused(here(back), browser, 410);
    line.moveClock(-30 * 60_000 - 1);
  });

  test('with a state that nobody gave', async () => {
    await isRefused(withState('s'.repeat(43)), browser, 400);
  });

  test('with the state of an operator’s own sign-in', async () => {
    await isRefused(withState('operator-state'), browser, 400);
  });

  test('with the hash of the state in place of the state', async () => {
    const start = await line.store.read.starts.findLatest(id);
    await isRefused(withState(start!.stateHash.slice(0, 43)), browser, 400);
  });

  test('without a state, or with two', async () => {
    await isRefused('/consent/callback?code=x', browser, 400);
    await isRefused(`${here(back)}&state=${back.searchParams.get('state')}`, browser, 400);
  });

  test('at the address of the other page', async () => {
    await isRefused(`/consent/admin-callback${back.search}`, browser, 400);
  });

  test('of a start that a newer one superseded', async () => {
    await browser.start();
    await isRefused(here(back), browser, 409);
  });
});

test('what is sent back is worth nothing by another method', async () => {
  const before = pictureOf(line);
  expect((await browser.post(here(back))).status).toBe(404);
  expect(pictureOf(line)).toEqual(before);
});

describe('T08: what stands in the address proves nothing', () => {
  const text = fc.oneof(
    fc.constantFrom('True', 'true', 'TRUE', '', 'access_denied', 'consent_required', 'AADSTS65004: no', 'constructor'),
    fc.string({ maxLength: 40 }),
  );
  const parameter = fc.tuple(
    fc.constantFrom(
      'code',
      'admin_consent',
      'tenant',
      'error',
      'error_description',
      'scope',
      'session_state',
      'Code',
      'ADMIN_CONSENT',
    ),
    text,
  );
  const query = fc.tuple(fc.array(parameter, { maxLength: 6 }), fc.boolean(), fc.boolean());

  test('no query completes an invitation that Microsoft did not answer', async () => {
    const tenant = line.practice.situation.customer.tenantId;
    await fc.assert(
      fc.asyncProperty(query, async ([parameters, namesTenant, atAdmin]) => {
        const state = new URL(await browser.start()).searchParams.get('state')!;
        const search = new URLSearchParams([...parameters, ['state', state]]);
        if (namesTenant) search.append('tenant', tenant);
        const path = atAdmin ? '/consent/admin-callback' : '/consent/callback';
        const { html, page } = await browser.comeBack(new URL(`${path}?${search.toString()}`, origin));
        expect(page.status).toBeLessThan(504);
        expect(html).not.toContain('Done, and proved');
        expect(['opened', 'declined', 'not_allowed']).toContain((await look(line, id)).status);
      }),
      { numRuns: 150 },
    );
    expect(pictureOf(line)['connections']).toEqual([]);
    // The last start is open still, and an honest answer to a new one is taken.
    expect((await answer(line, browser, link, 'approves')).html).toContain('Done, and proved');
  });

  test('nothing of the address is shown', async () => {
    const state = new URL(await browser.start()).searchParams.get('state')!;
    const hostile = '<img src=x onerror=alert(1)>AADSTS65004 visit evil.example';
    const search = new URLSearchParams({ state, error: 'access_denied', error_description: hostile });
    const { html } = await browser.comeBack(new URL(`/consent/callback?${search.toString()}`, origin));
    expect(html).not.toContain('evil.example');
    expect(html).not.toContain('onerror');
    expect(JSON.stringify(pictureOf(line))).not.toContain('evil.example');
    expect(line.logged()).not.toContain('evil.example');
  });
});

describe('forms of other sites', () => {
  test.each(['/i/start', '/i/approve-organization', '/i/open', '/i/code'])('do not reach %s', async (path) => {
    const before = pictureOf(line);
    for (const site of ['cross-site', 'same-site', 'none', undefined]) {
      const headers = { ...browser.jar.header(), ...(site === undefined ? {} : { 'sec-fetch-site': site }) };
      const response = await line.app.http.request(path, { method: 'POST', headers, body: new URLSearchParams() });
      expect(response.status).toBe(403);
    }
    expect(pictureOf(line)).toEqual(before);
  });
});
