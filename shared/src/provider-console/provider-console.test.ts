import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consoleSamples } from './adapter-samples.ts';
import { ConsoleFile } from './console-file.ts';
import { isConsoleOrigin } from './origin.ts';
import { readPattern } from './pattern.ts';
import { readConsoleAddress, type ConsoleAddresses } from './read-address.ts';

const [northwind] = consoleSamples;
const addressesOf = ({ origin, addresses }: (typeof consoleSamples)[number]): ConsoleAddresses => ({
  origin,
  patterns: addresses.map(({ pattern }) => pattern),
});
const here = addressesOf(northwind);

/** The name in an address, or why there is none. */
function nameIn(console: ConsoleAddresses, address: string): string {
  const read = readConsoleAddress(console, address);
  if (typeof read === 'string') return read;
  return read.by === 'tenant' ? read.tenant : read.shortName;
}

const everyExample = consoleSamples.flatMap((console) =>
  console.addresses.flatMap(({ examples }) =>
    Object.entries(examples).map(([path, value]) => ({ owner: console.name, address: console.origin + path, value })),
  ),
);

describe.each(consoleSamples)('$name', (console) => {
  test.each(everyExample)('reads $address as its own, or not at all', ({ owner, address, value }) => {
    expect(nameIn(addressesOf(console), address)).toBe(owner === console.name ? value : 'elsewhere');
  });

  test('is a file that the server takes', () => {
    expect(ConsoleFile.safeParse(console).success).toBe(true);
  });
});

const id = '6f1c2a90-4b7e-4d11-9a52-0c6b8f3d2e41';

test.each([
  ['https://console.northwindvoice.example.evil.example/services/contoso'],
  ['https://evil-console.northwindvoice.example/services/contoso'],
  ['https://console.northwindvoice.example@evil.example/services/contoso'],
  ['https://user@console.northwindvoice.example/services/contoso'],
  ['https://console.northwindvoice.example:8443/services/contoso'],
  ['https://console.northwindvoice.example./services/contoso'],
  ['http://console.northwindvoice.example/services/contoso'],
  ['https://evil.example/console.northwindvoice.example/services/contoso'],
  ['https://evil.example/#https://console.northwindvoice.example/services/contoso'],
  ['https://xn--cnsole-dxa.northwindvoice.example/services/contoso'],
  ['https://northwindvoice.example/services/contoso'],
  ['blob:https://console.northwindvoice.example/services/contoso'],
  ['chrome://extensions'],
  ['about:blank'],
  [''],
  ['no address at all'],
])('%s is not this console', (address) => {
  expect(nameIn(here, address)).toBe('elsewhere');
});

test.each([
  '/',
  '/services',
  '/services/',
  '/services/ab',
  '/services/audit',
  '/services/a.b.c',
  '/services/con%2Ftoso',
  '/services/%E0%A4%A',
  '/services/contoso%20ltd',
  '/Services/contoso',
  '/x/services/contoso',
  `/multitenant/more#/tenants/${id}`,
  '/multitenant#/tenants/contoso',
  '/multitenant#/tenants/a@contoso.com',
  `/multitenant?x#/tenant/${id}`,
  '/elsewhere?go=/services/contoso',
  '/elsewhere#/services/contoso',
])('%s names nobody', (path) => {
  expect(nameIn(here, here.origin + path)).toBe('nobody');
});

test('a name is decoded once, and not again', () => {
  expect(nameIn(here, `${here.origin}/services/con%252Ftoso`)).toBe('con%2Ftoso');
});

test('a parameter that stands there twice names nobody', () => {
  const litware = addressesOf(consoleSamples[1]);
  expect(nameIn(litware, `${litware.origin}/m365/status.aspx?tenant=fabrikam.com&tenant=contoso.com`)).toBe('nobody');
});

test('whatever the address, the answer is a name as it is kept, or none; and nothing throws', () => {
  const path = fc.array(fc.oneof(fc.constantFrom('services', 'multitenant', '#', '?', id), fc.string()), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(path, (parts) => {
      const read = readConsoleAddress(here, `${here.origin}/${parts.join('/')}`);
      if (typeof read === 'string') return;
      const name = read.by === 'tenant' ? read.tenant : read.shortName;
      // A short name may hold an at-sign; a tenant may not.
      expect(name).not.toMatch(read.by === 'tenant' ? /[\s/\\@]/ : /[\s/\\]/);
    }),
  );
});

test.each([
  'services/{shortName}',
  '/services',
  '/services/{name}',
  '/services/x-{shortName}',
  '/services/*/{shortName}',
  '/{shortName}/{tenant}',
  '/services/(.*)+/{shortName}',
  '/services?{shortName}',
  '/services?a=b&c={shortName}',
  `/${'a/'.repeat(100)}{shortName}`,
  '',
])('%j is no pattern', (text) => {
  expect(readPattern(text)).toBeUndefined();
});

test('a pattern that is not understood fits nothing, and keeps no other from fitting', () => {
  const newer = { ...here, patterns: ['/services/<shortName>', ...here.patterns] };
  expect(nameIn(newer, `${here.origin}/services/contoso`)).toBe('contoso');
});

test.each([
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://device.login.microsoftonline.com',
  'https://login.live.com',
  'https://portal.azure.com',
  'https://entra.microsoft.com',
  'https://graph.microsoft.com',
  'http://console.northwindvoice.example',
  'https://console.northwindvoice.example/',
  'https://console.northwindvoice.example/path',
  'https://console.northwindvoice.example:8443',
  'https://user@console.northwindvoice.example',
  'https://*.northwindvoice.example',
  'https://*',
  'https://localhost',
  'https://127.0.0.1',
  'https://[::1]',
  'https://CONSOLE.northwindvoice.example',
  '<all_urls>',
  '*://*/*',
  '',
])('%s is no console’s origin', (origin) => {
  expect(isConsoleOrigin(origin)).toBe(false);
  expect(readConsoleAddress({ origin, patterns: ['/{shortName}'] }, `${origin}/contoso`)).toBe('elsewhere');
});

describe('the file', () => {
  const rule = { pattern: '/services/{shortName}/*', examples: { '/services/contoso': 'contoso' } };
  const file = { name: 'A console', origin: 'https://console.example.com', addresses: [rule] };

  test('with examples that hold is taken', () => {
    expect(ConsoleFile.safeParse(file).success).toBe(true);
  });

  test.each([
    ['no example', { ...file, addresses: [{ ...rule, examples: {} }] }],
    [
      'an example that names somebody else',
      { ...file, addresses: [{ ...rule, examples: { '/services/contoso': 'fabrikam' } }] },
    ],
    [
      'an example that fits another pattern only',
      { ...file, addresses: [rule, { pattern: '/c/{shortName}', examples: rule.examples }] },
    ],
    [
      'a pattern whose pages an earlier one takes',
      {
        ...file,
        addresses: [rule, { pattern: '/services/all/{shortName}', examples: { '/services/all/contoso': 'contoso' } }],
      },
    ],
    ['a pattern that is none', { ...file, addresses: [{ ...rule, pattern: '/services' }] }],
    ['Microsoft’s sign-in page', { ...file, origin: 'https://login.microsoftonline.com' }],
    ['a member too many', { ...file, script: 'x' }],
    ['no addresses', { ...file, addresses: [] }],
  ])('with %s is refused', (_, given) => {
    expect(ConsoleFile.safeParse(given).success).toBe(false);
  });
});

/** The rule as one expression, which takes ages for a long name; a short one it still judges. */
const hasALetterLast = (name: string): boolean => /^[a-z0-9.-]*[a-z][a-z0-9-]*$/.test(name);

test('the last label of a console’s name has a letter, whatever stands before it', () => {
  const label = fc.string({ unit: fc.constantFrom('a', '9', '-'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(label, { minLength: 2, maxLength: 4 }), (labels) => {
      const origin = `https://${labels.join('.')}`;
      fc.pre(URL.canParse(origin) && new URL(origin).origin === origin);
      expect(isConsoleOrigin(origin)).toBe(hasALetterLast(labels.join('.')));
    }),
  );
});
