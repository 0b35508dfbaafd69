import { expect, test } from 'vitest';
import { practise } from '../testing/practice.ts';

const practice = practise();
const { tenantId } = practice;

async function get(path: string) {
  const response = await practice.signIn.request(`https://login.microsoftonline.com${path}`);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

const configuration = (segment: string) => get(`/${segment}/v2.0/.well-known/openid-configuration`);

test.each(['contoso.com', 'CONTOSO.COM', 'contoso9427.onmicrosoft.com', tenantId])(
  'the configuration of %s names the tenant by its id',
  async (segment) => {
    const { status, body } = await configuration(segment);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      authorization_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/authorize`,
      token_endpoint: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      jwks_uri: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
      tenant_region_scope: 'NA',
      cloud_instance_name: 'microsoftonline.com',
      msgraph_host: 'graph.microsoft.com',
    });
  },
);

test.each(['organizations', 'common'])('the configuration of %s leaves the tenant open', async (segment) => {
  const { body } = await configuration(segment);
  expect(body).toMatchObject({
    issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
    token_endpoint: `https://login.microsoftonline.com/${segment}/oauth2/v2.0/token`,
    tenant_region_scope: null,
  });
});

test.each(['nobody.example', 'consumers', '00000000-0000-4000-8000-000000000000'])(
  'the tenant %s is not found, and the error is in Microsoft’s shape',
  async (segment) => {
    const { status, headers, body } = await configuration(segment);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: 'invalid_tenant',
      error_codes: [90002],
      error_description: expect.stringMatching(
        /^AADSTS90002: Tenant '.+' not found\..+\r\nTrace ID: .+\r\nCorrelation ID: .+\r\nTimestamp: .+Z$/,
      ),
      trace_id: headers.get('x-ms-request-id'),
      error_uri: 'https://login.microsoftonline.com/error?code=90002',
    });
  },
);

test('two keys are published, each with the issuer that it speaks for and no private part', async () => {
  const own = await get(`/${tenantId}/discovery/v2.0/keys`);
  const shared = await get('/common/discovery/v2.0/keys');
  const members = (body: Record<string, unknown>) => body['keys'] as Record<string, string>[];
  expect(members(own.body).map((key) => Object.keys(key).toSorted())).toEqual([
    ['e', 'issuer', 'kid', 'kty', 'n', 'use'],
    ['e', 'issuer', 'kid', 'kty', 'n', 'use'],
  ]);
  expect(members(own.body)[0]!['issuer']).toBe(`https://login.microsoftonline.com/${tenantId}/v2.0`);
  expect(members(shared.body)[0]!['issuer']).toBe('https://login.microsoftonline.com/{tenantid}/v2.0');
});
