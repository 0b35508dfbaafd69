import { Hono } from 'hono';
import { note, type Ask, type Env } from '../log/logged.ts';
import { withdrawConsent } from '../world/conditions.ts';
import { harmed } from '../world/harmed.ts';
import type { World } from '../world/world.ts';
import { errorBody } from './error-body.ts';
import { refuse, type Outcome, type Refusal } from './errors.ts';
import { authorizationCode } from './grants/authorization-code.ts';
import { clientCredentialsGrant } from './grants/client-credentials.ts';
import { clientCredentials, proveClient } from './grants/client-proof.ts';
import { password } from './grants/password.ts';
import { refreshToken } from './grants/refresh-token.ts';
import type { GrantHandler, Issued } from './grants/token-ask.ts';
import { isShared } from './metadata.ts';

const grants: Readonly<Record<string, GrantHandler>> = {
  authorization_code: authorizationCode,
  refresh_token: refreshToken,
  client_credentials: clientCredentialsGrant,
  password,
};

type Form = Readonly<Record<string, string | undefined>>;

/** The body, if it is a form. */
async function readForm(c: Ask): Promise<Form | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  return Object.fromEntries(new URLSearchParams(await c.req.text()));
}

/** Finds the client, checks what it proves itself with, and hands on to the grant. */
async function handle(world: World, c: Ask, form: Form): Promise<Outcome<Issued>> {
  const { directory } = world.state;
  const segment = c.req.param('tenant') ?? '';
  const tenant = directory.tenantNamed(segment);
  if (!tenant && !isShared(segment)) return refuse(90002, { tenant: segment });
  if (tenant) note(c, { tenantId: tenant.id });
  const grantType = form['grant_type'];
  if (!grantType) return refuse(900144, { value: 'grant_type' });
  const grant = grants[grantType];
  if (!grant) return refuse(70003, { value: grantType });
  note(c, { grantType });
  const { clientId, secret } = clientCredentials(form, c.req.header('authorization'));
  if (!clientId) return refuse(900144, { value: 'client_id' });
  const client = directory.registration(clientId);
  const outside = client && !client.multiTenant && tenant && tenant.id !== client.homeTenantId;
  if (!client || outside) return refuse(700016, { client: clientId, tenant: tenant?.displayName ?? segment });
  note(c, { clientId: client.clientId });
  const proved = await proveClient(client, form, secret, {
    tenant,
    segment,
    address: c.req.url.replace(/\?.*/, ''),
    now: world.clock.now(),
  });
  if (!proved.ok) return proved;
  const origin = c.req.header('origin');
  return grant({ world, client, tenant, segment, form, origin, clientProved: proved.value });
}

function answerRefusal(world: World, c: Ask, refused: Refusal) {
  note(c, { error: `AADSTS${refused.code}` });
  return c.json(errorBody(refused, c.get('facts'), world.clock.now()), refused.status);
}

/** What a test injected in place of an answer. */
function injected(world: World, form: Form): Response | undefined {
  const fault = world.state.faults.takeToken(form['grant_type'] ?? '');
  if (!fault) return undefined;
  if (fault.harm !== undefined) return harmed(JSON.stringify({ token_type: 'Bearer', access_token: '' }), fault.harm);
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return Response.json(fault.body ?? {}, { status: fault.status, headers });
}

/** The consent that is withdrawn between the token and what is asked with it. */
function withdrawIfSo({ state }: World): void {
  if (!state.conditions.withdrawsAtNextToken) return;
  state.conditions.withdrawsAtNextToken = false;
  withdrawConsent(state);
}

/** /token. */
export function tokenRoutes(world: World) {
  const routes = new Hono<Env>();
  routes.use('/:tenant/oauth2/v2.0/token', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store, no-cache');
    if (c.req.header('origin') !== undefined) c.header('access-control-allow-origin', '*');
  });
  routes.options('/:tenant/oauth2/v2.0/token', (c) => {
    c.header('access-control-allow-methods', 'POST, OPTIONS');
    c.header('access-control-allow-headers', c.req.header('access-control-request-headers') ?? 'content-type');
    return c.body(null, 204);
  });
  routes.post('/:tenant/oauth2/v2.0/token', async (c) => {
    const form = await readForm(c);
    if (!form) return answerRefusal(world, c, refuse(9002313).refusal);
    const fault = injected(world, form);
    if (fault) {
      note(c, { grantType: form['grant_type'] ?? '' });
      return fault;
    }
    const issued = await handle(world, c, form);
    if (!issued.ok) return answerRefusal(world, c, issued.refusal);
    const { answer, tenantId, account, scopes } = issued.value;
    note(c, { tenantId, scopes, ...(account !== undefined && { account }) });
    if (c.get('facts').details.clientId === world.state.registrations.consent.clientId) withdrawIfSo(world);
    return c.json(answer);
  });
  routes.get('/:tenant/oauth2/v2.0/token', (c) => answerRefusal(world, c, refuse(900561).refusal));
  return routes;
}
