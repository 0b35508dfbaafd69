import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { World } from '../world/world.ts';
import { loggablePath } from './loggable-path.ts';
import type { LoggedDetails, LoggedRequest, RequestLog } from './request-log.ts';

/** What every request carries through its handlers. */
export interface RequestFacts {
  readonly requestId: string;
  readonly correlationId: string;
  /** What the log will say beyond method, path and status. */
  readonly details: LoggedDetails;
}

/** The Hono environment of every service of the sandbox. */
export interface Env {
  Variables: { facts: RequestFacts };
}

export type Ask = Context<Env>;

/** Adds to what the log will say about this request. */
export const note = (c: Ask, details: LoggedDetails): void => void Object.assign(c.get('facts').details, details);

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Microsoft takes a correlation id from the header or the query; only a GUID is taken here. */
function correlationOf(c: Ask): string {
  const sent = c.req.header('client-request-id') ?? c.req.query('client-request-id') ?? '';
  return guid.test(sent) ? sent : randomUUID();
}

function cameFromElsewhere(c: Ask): boolean {
  const from = c.req.header('referer');
  return from !== undefined && URL.parse(from)?.host !== c.req.header('host');
}

/** Gives each request its id, answers with it in the headers that the service uses, and logs it before it leaves. */
export function logged(world: World, log: RequestLog, service: LoggedRequest['service']): MiddlewareHandler<Env> {
  return async (c, next) => {
    const facts = { requestId: randomUUID(), correlationId: correlationOf(c), details: {} };
    c.set('facts', facts);
    await next();
    const { requestId, correlationId, details } = facts;
    if (cameFromElsewhere(c)) note(c, { cameFromElsewhere: true });
    c.header(service === 'graph' ? 'request-id' : 'x-ms-request-id', requestId);
    if (service === 'graph') c.header('client-request-id', correlationId);
    log.append({
      at: new Date(world.clock.now()).toISOString(),
      service,
      method: c.req.method,
      path: loggablePath(world.state.directory, c.req.path),
      status: c.res.status,
      requestId,
      correlationId,
      ...details,
    });
  };
}
