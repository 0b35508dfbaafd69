import { expect, test } from 'vitest';
import { consoleSamples } from './adapter-samples.ts';
import { consoleAddressOf } from './write-address.ts';

const tenantId = '6f1c2a90-4b7e-4d11-9a52-0c6b8f3d2e41';
const addresses = (shortName: string | null) =>
  consoleSamples.map(({ origin, addresses: rules }) =>
    consoleAddressOf({ origin, patterns: rules.map(({ pattern }) => pattern) }, { tenantId, shortName }),
  );

test('each console is led to by what its patterns name', () => {
  expect(addresses('Zürich')).toEqual([
    'https://console.northwindvoice.example/services/Z%C3%BCrich',
    'https://ops.litware.example/customer/Z%C3%BCrich',
    `https://proseware.example/app#!/t/${tenantId}`,
  ]);
});

test('without a short name the tenant leads there', () => {
  expect(addresses(null)).toEqual([
    `https://console.northwindvoice.example/multitenant#/tenants/${tenantId}`,
    `https://ops.litware.example/m365/status.aspx?tenant=${tenantId}`,
    `https://proseware.example/app#!/t/${tenantId}`,
  ]);
});

test('a name that could be another page leads nowhere', () => {
  const console = { origin: 'https://console.northwindvoice.example', patterns: ['/services/{shortName}/*'] };
  expect(consoleAddressOf(console, { tenantId, shortName: '../admin' })).toBeUndefined();
  expect(consoleAddressOf(console, { tenantId, shortName: null })).toBeUndefined();
});
