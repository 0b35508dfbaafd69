import { describe, expect, test } from 'vitest';
import { personalAccountsTenantId } from '@latchkey/shared/customers/tenant-reference';
import { NoAnswer } from './cloud-fetch.ts';
import { fakeNetwork, sampleCloud } from './microsoft-samples.ts';
import { createTenantDirectory } from './tenant-directory.ts';

const id = '7c1a2b3c-0000-4000-8000-00000000a001';
const configuration = (issuer: string, status = 200) =>
  Response.json({ issuer }, { status, headers: { 'x-ms-request-id': 'request-1' } });
const issuer = (tenant: string, host = 'login.microsoftonline.com') => `https://${host}/${tenant}/v2.0`;

async function ask(
  answer: () => Response | Promise<Response>,
  reference = { kind: 'domain', domain: 'contoso.com' } as Parameters<
    ReturnType<typeof createTenantDirectory>['find']
  >[0],
) {
  const network = fakeNetwork(answer);
  const found = await createTenantDirectory({ cloud: sampleCloud, fetch: network.login }).find(reference);
  return { found: found.ok ? found.value : found.error.code, sent: network.sent };
}

test('a domain leads to its tenant, under Microsoft’s own request id', async () => {
  const { found, sent } = await ask(() => configuration(issuer(id.toUpperCase())));
  expect(found).toEqual({
    tenantId: id,
    upstream: [{ what: 'openid-configuration', requestId: 'request-1', status: 200 }],
  });
  expect(sent.map(({ address }) => address)).toEqual([
    'http://127.0.0.1:1/contoso.com/v2.0/.well-known/openid-configuration',
  ]);
});

describe.each<[string, () => Response | Promise<Response>, string]>([
  [
    'an unknown tenant',
    () => Response.json({ error: 'invalid_tenant', error_codes: [90002] }, { status: 400 }),
    'tenant_not_found',
  ],
  ['the tenant of personal accounts', () => configuration(issuer(personalAccountsTenantId)), 'tenant_personal'],
  ['a tenant of another cloud', () => configuration(issuer(id, 'login.microsoftonline.us')), 'tenant_not_found'],
  ['the template of all tenants', () => configuration(issuer('{tenantid}')), 'tenant_not_found'],
  ['an issuer with more behind it', () => configuration(`${issuer(id)}/x`), 'tenant_not_found'],
  ['a body without an issuer', () => Response.json({}), 'tenant_not_found'],
  ['a body that is not JSON', () => new Response('<html>'), 'tenant_not_found'],
  ['throttling', () => new Response('', { status: 429 }), 'microsoft_throttled'],
  ['a fault at Microsoft', () => new Response('', { status: 503 }), 'microsoft_unreachable'],
  ['no answer', () => Promise.reject(new NoAnswer('x')), 'microsoft_unreachable'],
])('%s', (_, answer, code) => {
  test(`is ${code}`, async () => {
    expect((await ask(answer)).found).toBe(code);
  });
});

test('an id that is answered with another id is not found', async () => {
  const other = '7c1a2b3c-0000-4000-8000-00000000dead';
  expect((await ask(() => configuration(issuer(other)), { kind: 'id', id })).found).toBe('tenant_not_found');
});
