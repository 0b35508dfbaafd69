import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { logged, note, type Ask, type Env } from '../log/logged.ts';
import type { LoggedPermission, RequestLog } from '../log/request-log.ts';
import type { Harm } from '../world/faults.ts';
import { harmed, withNextPageElsewhere } from '../world/harmed.ts';
import type { World } from '../world/world.ts';
import { answerGraph, faultReply } from './answer.ts';
import { answerBatch } from './batch.ts';
import { isCaller, readCaller } from './caller.ts';
import { errorCodeOf, graphError, type GraphIds, type GraphReply } from './reply.ts';

/** The address below the version, or undefined for a version that there is not. */
function belowVersion(c: Ask): string | undefined {
  const { pathname, search } = new URL(c.req.url);
  if (pathname.startsWith('/oidc/')) return pathname;
  return pathname.startsWith('/v1.0/') ? pathname.slice('/v1.0'.length) + search : undefined;
}

async function readBody(c: Ask): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

/** What is answered, and what becomes of it on its way. */
interface Handled {
  readonly reply: GraphReply;
  readonly harm?: Harm | undefined;
}

async function handle(world: World, c: Ask, ids: GraphIds): Promise<Handled> {
  const url = belowVersion(c);
  if (url === undefined) return { reply: graphError(400, 'BadRequest', 'Invalid version.', ids) };
  const fault = world.state.faults.takeGraph('request', url);
  if (fault !== undefined && fault.harm === undefined) return { reply: faultReply(fault, ids) };
  return { reply: await truth(world, c, ids, url), harm: fault?.harm };
}

async function truth(world: World, c: Ask, ids: GraphIds, url: string): Promise<GraphReply> {
  const caller = await readCaller(world, c.req.header('authorization'), ids);
  if (!isCaller(caller)) return caller;
  note(c, {
    tenantId: caller.tenantId,
    clientId: caller.clientId,
    scopes: caller.permissions,
    ...(caller.person && { account: caller.person.username }),
  });
  if (url.startsWith('/$batch')) {
    if (c.req.method !== 'POST') return graphError(405, 'Request_BadRequest', 'A batch is posted.', ids);
    const { reply, items, shown } = answerBatch(world, caller, await readBody(c), ids);
    note(c, { batch: items, ...(shown.length > 0 && { upstreamPermissions: shown }) });
    return reply;
  }
  const shown: LoggedPermission[] = [];
  const reply = answerGraph(world, caller, { method: c.req.method, url }, ids, (more) => void shown.push(...more));
  if (shown.length > 0) note(c, { upstreamPermissions: shown });
  return reply;
}

/** graph.microsoft.com. */
export function graphService(world: World, log: RequestLog) {
  return new Hono<Env>()
    .use(logged(world, log, 'graph'))
    .use(cors({ origin: '*' }))
    .all('*', async (c) => {
      const { requestId, correlationId } = c.get('facts');
      const { reply, harm } = await handle(world, c, { requestId, correlationId, now: world.clock.now() });
      const error = errorCodeOf(reply);
      if (error !== undefined) note(c, { error });
      const body = harm === 'next page elsewhere' ? withNextPageElsewhere(reply.body) : reply.body;
      if (harm !== undefined && harm !== 'next page elsewhere') return harmed(JSON.stringify(body), harm);
      return c.json(body, reply.status as ContentfulStatusCode, reply.headers);
    });
}
