import { expect, test } from 'vitest';
import { NoAnswer } from './cloud-fetch.ts';
import { createDomainSignInReader } from './domain-sign-in.ts';
import { fakeNetwork, sampleCloud } from './microsoft-samples.ts';

async function ask(answer: () => Response | Promise<Response>) {
  const network = fakeNetwork(answer);
  const read = await createDomainSignInReader({ cloud: sampleCloud, fetch: network.login }).read('contoso.com');
  return { read: read.ok ? read.value : read.error.code, sent: network.sent };
}
const realm = (account_type: unknown, domain_name: unknown = 'contoso.com') =>
  Response.json({ ver: '1.0', account_type, domain_name });

test('is asked by the domain, for nobody’s name and with no credential', async () => {
  const { sent } = await ask(() => realm('Managed'));
  expect(sent).toEqual([
    {
      address: 'http://127.0.0.1:1/common/UserRealm/nobody%40contoso.com?api-version=1.0',
      authorization: null,
      body: '',
    },
  ]);
});

test.each<[string, () => Response | Promise<Response>, string]>([
  ['managed', () => realm('Managed', 'CONTOSO.com'), 'managed'],
  ['federated', () => realm('Federated'), 'federated'],
  ['what Microsoft does not know', () => Response.json({ ver: '1.0', account_type: 'Unknown' }), 'unknown'],
  ['another kind', () => realm('Cloud'), 'unknown'],
  ['no kind', () => realm(undefined), 'unknown'],
  ['what is said of another domain', () => realm('Managed', 'fabrikam.com'), 'unknown'],
  ['what names no domain', () => Response.json({ account_type: 'Managed' }), 'unknown'],
  ['a body that is not JSON', () => new Response('<html>'), 'unknown'],
  ['a refusal, whatever its body says', () => new Response(realm('Managed').body, { status: 404 }), 'unknown'],
  ['throttling', () => new Response('', { status: 429 }), 'microsoft_throttled'],
  ['a fault at Microsoft', () => new Response('', { status: 503 }), 'microsoft_unreachable'],
  ['no answer', () => Promise.reject(new NoAnswer('x')), 'microsoft_unreachable'],
])('%s', async (_, answer, told) => {
  expect((await ask(answer)).read).toBe(told);
});
