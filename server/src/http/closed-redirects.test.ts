import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLine, type Line } from '../testing/line.ts';
import { invite } from '../testing/steps.ts';

let line: Line;
beforeAll(async () => {
  line = await startLine();
});
afterAll(() => line.stop());

/** Every address to which we ever send a browser. There is no other, but that the last two may name their invitation. */
const closed = ['/i', '/i/invitation', '/i/result'];
const named = /(?<=^\/i\/(?:invitation|result))\?of=inv_[0-9a-z]{26}$/;

const evil = fc.constantFrom(
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'https:evil.example',
  '/%2fevil.example',
  '/%5cevil.example',
  '//evil.example%2f@127.0.0.1',
  'https://127.0.0.1@evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/i/result\r\nlocation: https://evil.example',
  '%0d%0alocation:%20https://evil.example',
  '／／evil.example',
  '\u2028//evil.example',
  '/i/../../evil.example',
);
const payload = fc.tuple(evil, fc.string({ maxLength: 8 })).map(([text, more]) => text + more);
const name = fc.constantFrom(
  'next',
  'returnTo',
  'return_to',
  'redirect',
  'redirect_uri',
  'url',
  'state',
  'code',
  'error',
  'to',
  'continue',
);
const path = fc.constantFrom(
  '/i',
  '/i/invitation',
  '/i/result',
  '/i/start',
  '/i/code',
  '/i/error',
  '/i/guide',
  '/i/approve-organization',
  '/consent/callback',
  '/consent/admin-callback',
  '/',
);

test('T16: of 1,000 requests that name another place none is sent there', async () => {
  const { id, link, code } = await invite(line);
  const browser = line.browse();
  await browser.open(link);
  const seen = new Set<string>();
  const note = (response: Response) => {
    const location = response.headers.get('location')?.replace(named, '') ?? null;
    if (location !== null) seen.add(location);
    expect([null, ...closed]).toContain(location);
    expect([...response.headers.keys()]).not.toContain('refresh');
  };
  await fc.assert(
    fc.asyncProperty(
      path,
      fc.dictionary(name, payload, { minKeys: 1, maxKeys: 4 }),
      payload,
      async (to, query, referrer) => {
        const search = new URLSearchParams(query).toString();
        note(await browser.get(`${to}?${search}`));
        note(await browser.post(`${to}?${search}`, { ...query, code, text: referrer }));
      },
    ),
    { numRuns: 500 },
  );
  // Redirects were among what was seen, and an answer that was really taken is one of them.
  const back = (await browser.atMicrosoft(await browser.start(), line.practice.admin, 'approves')).left!;
  note(await browser.get(`${back.pathname}${back.search}&next=${encodeURIComponent('//evil.example')}`));
  expect([...seen].toSorted()).toEqual(closed);
  expect((await line.store.read.invitations.find(id))?.status).toBe('authentication_complete');
});
