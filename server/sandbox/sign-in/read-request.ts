import { readScopes } from '../directory/permissions.ts';
import type { Registration } from '../directory/records.ts';
import type { World } from '../world/world.ts';
import { refusal, type Refusal, type SignInErrorCode } from './errors.ts';
import type { SignInRequest, WayBack } from './flow.ts';
import { isShared } from './metadata.ts';

/** A request that cannot be shown a sign-in page. With a way back the refusal may travel there. */
export interface Unreadable {
  readonly refused: Refusal;
  readonly back?: WayBack;
}

export const isUnreadable = (read: SignInRequest | Unreadable): read is Unreadable => 'refused' in read;

type Parameters = Readonly<Record<string, string | undefined>>;

const prompts = ['login', 'none', 'consent', 'select_account'];
const responseModes = ['query', 'fragment', 'form_post'] as const;

/** The application, if it exists and may be used in the tenant of the path. */
function findClient(world: World, segment: string, clientId: string): Registration | Refusal {
  const { directory } = world.state;
  const client = directory.registration(clientId);
  const tenant = directory.tenantNamed(segment);
  if (!tenant && !isShared(segment)) return refusal(90002, { tenant: segment });
  const unknown = refusal(700016, { client: clientId, tenant: tenant?.displayName ?? segment });
  if (!client) return unknown;
  if (client.multiTenant) return client;
  if (!tenant) return refusal(50194, { client: clientId });
  return tenant.id === client.homeTenantId ? client : unknown;
}

/** Where the portals let their consent window end, whichever application it was for. */
const portalEnds = ['https://portal.azure.com/TokenAuthorize', 'https://entra.microsoft.com/TokenAuthorize'];

function findRedirect(
  client: Registration,
  uri: string | undefined,
  kind: SignInRequest['kind'],
): WayBack['redirect'] | Refusal {
  if (kind === 'admin consent' && uri !== undefined && portalEnds.includes(uri)) return { uri, type: 'web' };
  const [only] = client.redirects;
  if (!only) return refusal(500113);
  if (uri === undefined) return only;
  return client.redirects.find((one) => one.uri === uri) ?? refusal(50011, { redirect: uri, client: client.clientId });
}

const isRefusal = (found: object): found is Refusal => 'message' in found;

/** Reads what both sign-in addresses share, then what only /authorize knows. */
export function readRequest(
  world: World,
  kind: SignInRequest['kind'],
  segment: string,
  ask: Parameters,
): SignInRequest | Unreadable {
  if (!ask['client_id']) return { refused: refusal(900144, { value: 'client_id' }) };
  const client = findClient(world, segment, ask['client_id']);
  if (isRefusal(client)) return { refused: client };
  const redirect = findRedirect(client, ask['redirect_uri'], kind);
  if (isRefusal(redirect)) return { refused: redirect };
  const responseMode = responseModes.find((mode) => mode === (ask['response_mode'] ?? 'query'));
  const back: WayBack = { redirect, responseMode: responseMode ?? 'query', state: ask['state'] };
  const no = (code: SignInErrorCode, filling = {}): Unreadable => ({ refused: refusal(code, filling), back });
  if (!responseMode) return no(90023, { value: 'response_mode' });
  if (kind === 'authorize') {
    if (!ask['response_type']) return no(900144, { value: 'response_type' });
    if (ask['response_type'] !== 'code') return no(700054, { value: ask['response_type'] });
    if (ask['prompt'] !== undefined && !prompts.includes(ask['prompt'])) return no(90023, { value: 'prompt' });
    if (ask['code_challenge'] !== undefined && ask['code_challenge_method'] !== 'S256')
      return no(90023, { value: 'code_challenge_method' });
    if (redirect.type === 'spa' && ask['code_challenge'] === undefined) return no(9002325);
  }
  if (!ask['scope']) return no(900144, { value: 'scope' });
  const scopes = readScopes(world.state.directory, client, ask['scope']);
  if ('problem' in scopes) {
    const name = client.displayName;
    if (scopes.problem === 'unknown scope') return no(650053, { name, scope: scopes.scope, resource: scopes.resource });
    return no(500011, { resource: scopes.resource, tenant: segment });
  }
  return {
    ...back,
    kind,
    client,
    segment,
    scopes,
    scopeText: ask['scope'],
    prompt: ask['prompt'],
    loginHint: ask['login_hint'],
    nonce: ask['nonce'],
    challenge: ask['code_challenge'],
    wantsClientInfo: ask['client_info'] === '1',
  };
}
