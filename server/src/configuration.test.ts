import { readConfiguration } from '@latchkey/shared/api/configuration';
import { consoleSamples } from '@latchkey/shared/provider-console/adapter-samples';
import { expect, onTestFinished, test } from 'vitest';
import { openTemporaryApp, temporaryConfiguration } from './temporary-app.ts';

const [console] = consoleSamples;

async function configurationWith(providerConsole: typeof console | null) {
  const api = await openTemporaryApp({ configuration: temporaryConfiguration({ providerConsole }) });
  onTestFinished(() => api.close());
  return readConfiguration.response.parse(await (await api.call('GET', '/v1/configuration')).json());
}

test('a client is told where the provider’s console is and how its addresses name a customer, and no example', async () => {
  expect((await configurationWith(console)).console).toEqual({
    name: console.name,
    origin: console.origin,
    patterns: console.addresses.map(({ pattern }) => pattern),
  });
});

test('a deployment without a console says so', async () => {
  expect((await configurationWith(null)).console).toBeNull();
});
