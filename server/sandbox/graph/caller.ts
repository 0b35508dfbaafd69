import type { Person } from '../directory/records.ts';
import { graphAppId } from '../directory/resources.ts';
import type { World } from '../world/world.ts';
import { graphError, type GraphIds, type GraphReply } from './reply.ts';

/** Who asks Graph, and what the token allows. */
export interface Caller {
  readonly tenantId: string;
  readonly clientId: string;
  /** Nobody: the application asks for itself. */
  readonly person: Person | undefined;
  /** Delegated permissions, or application permissions. */
  readonly permissions: readonly string[];
}

export const isCaller = (found: Caller | GraphReply): found is Caller => 'tenantId' in found;

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const words = (value: unknown): readonly string[] => (typeof value === 'string' ? value.split(' ') : []);

/** Reads the bearer token. Only Graph can: the nonce in its header keeps everybody else out. */
export async function readCaller(
  world: World,
  authorization: string | undefined,
  ids: GraphIds,
): Promise<Caller | GraphReply> {
  const no = (message: string): GraphReply => ({
    ...graphError(401, 'InvalidAuthenticationToken', message, ids),
    headers: { 'www-authenticate': challenge },
  });
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return no('Access token is empty.');
  const claims = await world.keys.readForGraph(token);
  if (!claims) return no('InvalidAuthenticationToken');
  if (claims.aud !== graphAppId) return no('Access token validation failure. Invalid audience.');
  if ((claims.exp ?? 0) <= world.clock.seconds()) return no('Lifetime validation failed, the token is expired.');
  const isApplication = claims['idtyp'] === 'app';
  return {
    tenantId: String(claims['tid']),
    clientId: String(claims['appid']),
    person: isApplication ? undefined : world.state.directory.person(String(claims['oid'])),
    permissions: isApplication ? list(claims['roles']) : words(claims['scp']),
  };
}
