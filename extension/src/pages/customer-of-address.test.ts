import { consoleSamples } from '@latchkey/shared/provider-console/adapter-samples';
import { expect, test } from 'vitest';
import { customerOfAddress } from './customer-of-address.ts';
import { nameInAddress } from './name-in-address.ts';

const consoles = consoleSamples.map(({ name, origin, addresses }) => ({
  name,
  origin,
  patterns: addresses.map(({ pattern }) => pattern as string),
}));
const [northwind] = consoles;

const examples = consoleSamples.flatMap(({ origin, addresses }) =>
  addresses.flatMap(({ examples: paths }) =>
    Object.entries(paths as Readonly<Record<string, string>>).map(([path, value]) => ({
      origin,
      address: origin + path,
      value,
    })),
  ),
);

test.each(consoles.flatMap((console) => examples.map((example) => ({ console, ...example }))))(
  '$console.name and $address',
  ({ console, origin, address, value }) => {
    const found = customerOfAddress(address, console);
    expect(found === undefined ? undefined : nameInAddress(found)).toBe(origin === console.origin ? value : undefined);
  },
);

test('a portal names a tenant whatever console there is, and a console none of a portal’s', () => {
  const portal = 'https://entra.microsoft.com/contoso.com/#view/x';
  for (const console of [null, ...consoles])
    expect(customerOfAddress(portal, console)).toEqual({ by: 'tenant', tenant: 'contoso.com' });
  const impostor = { origin: 'https://portal.azure.com', patterns: ['/services/{shortName}'] };
  expect(customerOfAddress('https://portal.azure.com/services/contoso', impostor)).toBeUndefined();
});

test.each([
  'https://console.northwindvoice.example.evil.example/services/contoso',
  'https://console.northwindvoice.example:8443/services/contoso',
  'https://console.northwindvoice.example/',
  'http://console.northwindvoice.example/services/contoso',
  'https://evil.example/services/contoso',
  '',
])('%s names nobody', (address) => {
  expect(customerOfAddress(address, northwind!)).toBeUndefined();
  expect(customerOfAddress(address, null)).toBeUndefined();
});
