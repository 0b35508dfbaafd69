import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Tenant } from '../directory/records.ts';
import { type Ask, type Env, note } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { errorBody } from './error-body.ts';
import { refusal } from './errors.ts';

/** The sign-in host as tokens and metadata name it, wherever the sandbox itself listens. */
export const loginOrigin = 'https://login.microsoftonline.com';

export const issuerOf = (tenantId: string): string => `${loginOrigin}/${tenantId}/v2.0`;

/** Path segments that stand for no tenant in particular. */
export const isShared = (segment: string): boolean => ['organizations', 'common'].includes(segment.toLowerCase());

const claims =
  'sub iss cloud_instance_name cloud_instance_host_name cloud_graph_host_name msgraph_host aud exp iat auth_time acr nonce preferred_username name tid ver at_hash c_hash email'.split(
    ' ',
  );

const regions: Readonly<Record<string, string>> = { US: 'NA', DE: 'EU', GB: 'EU' };

function configuration(segment: string, tenant: Tenant | undefined) {
  const base = `${loginOrigin}/${tenant?.id ?? segment}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: issuerOf(tenant?.id ?? '{tenantid}'),
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: claims,
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: tenant ? (regions[tenant.country] ?? 'WW') : null,
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  };
}

/** What Microsoft's libraries ask before they send a password: who checks it. */
function realmOf({ state }: World, domain: string) {
  const tenant = state.directory.tenantNamed(domain);
  const cloud = { cloud_instance_name: 'microsoftonline.com', cloud_audience_urn: 'urn:federation:MicrosoftOnline' };
  if (tenant === undefined || tenant.id === domain) return { ver: '1.0', account_type: 'Unknown', ...cloud };
  const isFederated = state.faults.federated && tenant.id === state.customer.tenant.id;
  const service = `https://sts.${domain}/adfs/services/trust`;
  return {
    ver: '1.0',
    account_type: isFederated ? 'Federated' : 'Managed',
    domain_name: domain,
    ...(isFederated
      ? {
          federation_protocol: 'WSTrust',
          federation_metadata_url: `${service}/mex`,
          federation_active_auth_url: service,
        }
      : {}),
    ...cloud,
  };
}

/** OpenID configuration, keys and instance discovery: what a library reads before it sends anybody anywhere. */
export function metadataRoutes(world: World) {
  const describe = (c: Ask) => {
    const segment = c.req.param('tenant') ?? '';
    const tenant = world.state.directory.tenantNamed(segment);
    if (!tenant && !isShared(segment)) {
      note(c, { error: 'AADSTS90002' });
      return c.json(errorBody(refusal(90002, { tenant: segment }), c.get('facts'), world.clock.now()), 400);
    }
    if (tenant) note(c, { tenantId: tenant.id });
    return c.json(configuration(segment.toLowerCase(), tenant));
  };
  const keys = (c: Ask) => {
    const tenant = world.state.directory.tenantNamed(c.req.param('tenant') ?? '');
    const issuer = issuerOf(tenant?.id ?? '{tenantid}');
    return c.json({ keys: world.keys.published.map((key) => ({ ...key, issuer })) });
  };
  const routes = new Hono<Env>();
  routes.use(cors({ origin: '*' }));
  routes.get('/common/discovery/instance', (c) =>
    c.json({
      tenant_discovery_endpoint: `${loginOrigin}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'],
        },
      ],
    }),
  );
  routes.get('/common/UserRealm/:name', (c) => c.json(realmOf(world, c.req.param('name').split('@').at(-1) ?? '')));
  routes.get('/:tenant/v2.0/.well-known/openid-configuration', describe);
  routes.get('/:tenant/discovery/v2.0/keys', keys);
  return routes;
}
