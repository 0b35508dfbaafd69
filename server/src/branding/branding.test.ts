import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTemporaryApp, type TemporaryApp } from '../temporary-app.ts';

const accent = { light: '#0b5c4a', dark: '#8fe0c8' };
/** The first bytes of each kind, and nothing after them. */
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.from([4, 0, 0, 0]), Buffer.from('WEBPVP8 ')]);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

let server: TemporaryApp;
let admin: string;
beforeEach(async () => {
  server = await openTemporaryApp();
  admin = await server.signIn('Admin');
});
afterEach(() => server.close());

const save = async (body: object, session = admin) => {
  const answered = await server.call('POST', '/v1/branding', {
    session,
    body: { follows: 0, accent: null, logo: null, ...body },
  });
  return { status: answered.status, body: (await answered.json()) as Record<string, unknown> };
};
const landing = async (): Promise<string> => (await server.call('GET', '/i')).text();
const savedLines = async () =>
  (await server.store.read.audit.after(0, 100)).filter(({ action }) => action === 'branding.saved');

test('before anybody has said anything the pages are ours, and hold no address of a brand', async () => {
  expect(await landing()).not.toContain('/i/brand/');
  const session = await server.signIn('Monitor');
  expect(await (await server.call('GET', '/v1/branding', { session })).json()).toMatchObject({
    version: 0,
    logo: null,
  });
});

test('colour and logo of an Admin are on the pages, by addresses of their own, as what their bytes are', async () => {
  expect(await save({ accent, logo: png.toString('base64') })).toMatchObject({ status: 200, body: { version: 1 } });
  const page = await landing();
  const [style = '', logo = ''] = [...page.matchAll(/(?:href|src)="(\/i\/brand\/[^"]+)"/g)].map(
    ([, address]) => address!,
  );
  const sheet = await server.call('GET', style);
  expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(await sheet.text()).toContain(`light-dark(${accent.light}, ${accent.dark})`);
  const picture = await server.call('GET', logo);
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
  expect((await server.call('GET', '/i/brand/logo.0000000000000000.png')).status).toBe(404);
  expect(await savedLines()).toMatchObject([{ actor: { name: 'Ada Berg' }, details: { accent, logo: 'image/png' } }]);
});

test('what is taken back is gone, and its address opens nothing', async () => {
  await save({ accent, logo: webp.toString('base64') });
  const [, logo = ''] = /src="(\/i\/brand\/logo\.[^"]+\.webp)"/.exec(await landing()) ?? [];
  expect((await server.call('GET', logo)).status).toBe(200);
  expect((await save({ follows: 1 })).status).toBe(200);
  expect(await landing()).not.toContain('/i/brand/');
  expect((await server.call('GET', logo)).status).toBe(404);
});

describe('is refused, and nothing is kept:', () => {
  test.each([
    ['an SVG', { logo: svg.toString('base64') }, 'branding_refused'],
    [
      'a page that says it is a picture',
      { logo: Buffer.from('<!doctype html>').toString('base64') },
      'branding_refused',
    ],
    [
      'a picture that is too large',
      { logo: Buffer.concat([jpeg, Buffer.alloc(24_000)]).toString('base64') },
      'branding_refused',
    ],
    ['a colour too light for light pages', { accent: { ...accent, light: '#8fe0c8' } }, 'branding_refused'],
    ['a colour too dark for dark pages', { accent: { ...accent, dark: '#0b5c4a' } }, 'branding_refused'],
    ['a colour that is none', { accent: { light: 'red;}*{', dark: '#8fe0c8' } }, 'request_invalid'],
    ['what follows another version', { follows: 3, accent }, 'changed_meanwhile'],
  ])('%s', async (_, body, code) => {
    expect((await save(body)).body).toMatchObject({ code });
    expect(await landing()).not.toContain('/i/brand/');
    expect(await savedLines()).toEqual([]);
  });

  test.each(['Operator', 'Monitor'] as const)('whatever an %s sends', async (role) => {
    expect((await save({ accent }, await server.signIn(role))).status).toBe(403);
    expect(await savedLines()).toEqual([]);
  });
});

test('of two Admins at once one is told that it was changed meanwhile', async () => {
  const both = await Promise.all([save({ accent }), save({ logo: jpeg.toString('base64') })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await savedLines()).toHaveLength(1);
});
