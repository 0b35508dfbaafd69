import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { teamsAppId } from '../directory/resources.ts';
import { faultReply } from '../graph/answer.ts';
import { telephonyRoles } from '../graph/read/workloads.ts';
import { logged, note, type Ask, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import { harmed } from '../world/harmed.ts';
import type { World } from '../world/world.ts';

export const teamsAdminHost = 'api.interfaces.records.teams.microsoft.com';

interface Refused {
  readonly status: 401 | 403;
  readonly message: string;
}

/** Who asks, by a token for this very resource: one for Graph opens nothing here. */
async function refusalOf(world: World, c: Ask): Promise<Refused | undefined> {
  const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const claims = token === undefined ? undefined : await world.keys.readForGraph(token);
  const hasEnded = (claims?.exp ?? 0) <= world.clock.seconds();
  if (claims === undefined || claims.aud !== teamsAppId || hasEnded)
    return { status: 401, message: 'The access token is not one for this API.' };
  const tenantId = String(claims['tid']);
  note(c, { tenantId, clientId: String(claims['appid']) });
  if (tenantId.toLowerCase() !== c.req.param('tenant')?.toLowerCase())
    return { status: 403, message: 'The token is of another tenant.' };
  return mayAdminister(world, claims) ? undefined : { status: 403, message: 'No role that may administer telephony.' };
}

/** What is allowed here is decided by directory roles, whatever was consented to. Source: Teams PowerShell, application authentication. */
function mayAdminister(world: World, claims: Readonly<Record<string, unknown>>): boolean {
  const { directory, conditions } = world.state;
  const roles =
    claims['idtyp'] === 'app' ? conditions.applicationRoles : (directory.person(String(claims['oid']))?.roles ?? []);
  return roles.some((role) => telephonyRoles.includes(role));
}

/** The Teams administration API, as far as one read goes: the telephone numbers of a tenant, of which there are none yet. */
export function teamsAdminService(world: World, log: RequestLog) {
  return new Hono<Env>()
    .use('/Skype.TelephoneNumberMgmt/*', logged(world, log, 'teams-admin'))
    .get('/Skype.TelephoneNumberMgmt/Tenants/:tenant/telephone-numbers', async (c) => {
      const { requestId, correlationId } = c.get('facts');
      const fault = world.state.faults.takeGraph('request', c.req.path);
      if (fault !== undefined && fault.harm === undefined) {
        const { body, status, headers } = faultReply(fault, { requestId, correlationId, now: world.clock.now() });
        return c.json(body, status as ContentfulStatusCode, headers);
      }
      const refused = await refusalOf(world, c);
      const body = refused === undefined ? { TelephoneNumbers: [] } : { message: refused.message };
      if (fault?.harm !== undefined && fault.harm !== 'next page elsewhere')
        return harmed(JSON.stringify(body), fault.harm);
      return c.json(body, refused?.status ?? 200);
    });
}
