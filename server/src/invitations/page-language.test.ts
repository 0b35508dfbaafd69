import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

let api: TemporaryApp;
beforeAll(async () => {
  api = await openTemporaryApp();
});
afterAll(() => api.close());

const landing = (headers: Readonly<Record<string, string>>) => api.call('GET', '/i', { headers });
const languageOf = (response: Response) => response.headers.get('content-language');
const ours = { 'sec-fetch-site': 'same-origin' };
const choose = (
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = ours,
  path = '/i/language',
) =>
  api.call('POST', path, {
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

describe('where no invitation is known, the browser’s own languages decide', () => {
  test.each([
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['DE-ch', 'de'],
    ['en-US,en;q=0.9,de;q=0.8', 'en'],
    ['en;q=0.3,de;q=0.7', 'de'],
    ['fr-CH,fr;q=0.9,de;q=0.5', 'de'],
    ['fr,it;q=0.5', 'en'],
    ['de;q=0,en;q=0.1', 'en'],
    ['de;q=0', 'en'],
    ['*', 'en'],
    ['deutsch', 'en'],
    [';;,,=q', 'en'],
    ['en-XA', 'en-XA'],
  ])('"%s" is shown %s', async (asked, shown) => {
    const response = await landing({ 'accept-language': asked });
    expect([response.status, languageOf(response)]).toEqual([200, shown]);
    expect(response.headers.get('vary')).toContain('Accept-Language');
    expect(response.headers.get('vary')).toContain('Cookie');
    expect(await response.text()).toContain(`<html lang="${shown}"`);
  });

  test('a link that nobody knows is told of in German, and by nothing that names anybody', async () => {
    const response = await api.call('GET', '/i/invitations', { headers: { 'accept-language': 'de' } });
    expect([response.status, languageOf(response)]).toEqual([404, 'de']);
    const html = await response.text();
    expect(html).toContain('Dieser Link ist hier nicht bekannt');
    expect(html).not.toContain('<form');
  });
});

describe('a reader’s own choice', () => {
  test('is kept by a cookie of this host alone, which no script reads, and leads back to the page', async () => {
    const chosen = await choose({ language: 'de', page: 'landing' });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/i']);
    const cookie = chosen.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-latchkey-language=de; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const kept = cookie.split(';')[0]!;
    expect(languageOf(await landing({ cookie: kept, 'accept-language': 'en' }))).toBe('de');
  });

  test.each(['invitation', 'result'])('leads back to /i/%s', async (page) => {
    expect((await choose({ language: 'en', page })).headers.get('location')).toBe(`/i/${page}`);
    const about = await choose({ language: 'en', page }, ours, '/i/language?of=inv_1%2F..%2Fx');
    expect(about.headers.get('location'), 'of the invitation that the page is about').toBe(
      `/i/${page}?of=inv_1%2F..%2Fx`,
    );
  });

  test.each([
    { language: 'xx', page: 'landing' },
    { language: 'pseudo', page: 'landing' },
    { language: '', page: 'landing' },
    { language: '__proto__', page: '' },
    { page: 'landing' },
  ])('of what there is not changes nothing: %o', async (form) => {
    const answered = await choose(form);
    expect([answered.status, answered.headers.get('location'), answered.headers.get('set-cookie')]).toEqual([
      303,
      '/i',
      null,
    ]);
  });

  test.each(['https://wingtip.example', '//wingtip.example', '/../x', 'constructor', 'start'])(
    'leads nowhere else: %s',
    async (page) => {
      expect((await choose({ language: 'de', page })).headers.get('location')).toBe('/i');
    },
  );

  test('comes from our own page alone', async () => {
    const answered = await choose({ language: 'de', page: 'landing' }, { 'sec-fetch-site': 'cross-site' });
    expect([answered.status, answered.headers.get('set-cookie')]).toEqual([403, null]);
  });

  test('that somebody made up in a cookie is no language', async () => {
    const cookie = '__Host-latchkey-language=pseudo';
    expect(languageOf(await landing({ cookie, 'accept-language': 'de' }))).toBe('de');
  });

  test('is changed by no GET: whoever loads the form’s address is led back', async () => {
    const answered = await api.call('GET', '/i/language?language=de');
    expect([answered.headers.get('location'), answered.headers.get('set-cookie')]).toEqual(['/i', null]);
  });
});
