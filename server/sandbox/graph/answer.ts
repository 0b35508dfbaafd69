import type { LoggedPermission } from '../log/request-log.ts';
import type { World } from '../world/world.ts';
import type { Caller } from './caller.ts';
import { viewOf } from './directory-view.ts';
import { mayRead } from './permissions.ts';
import { graphError, type GraphIds, type GraphReply } from './reply.ts';
import { graphRoutes } from './routes.ts';
import type { GraphFault } from '../world/faults.ts';

/** One request: alone, or a single one of a batch. */
export interface GraphRequest {
  readonly method: string;
  /** Below /v1.0, with its query. */
  readonly url: string;
}

/** An injected fault as Graph would say it. */
export function faultReply({ status, retryAfter, body, code }: GraphFault, ids: GraphIds): GraphReply {
  if (body !== undefined) return { status, body };
  const usual = status === 429 ? 'TooManyRequests' : 'ServiceUnavailable';
  const reply = graphError(status, code ?? usual, 'Too many requests or the service is not available.', ids);
  return retryAfter === undefined ? reply : { ...reply, headers: { 'retry-after': String(retryAfter) } };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Answers one request of a caller who is known. */
export function answerGraph(
  world: World,
  caller: Caller,
  { method, url }: GraphRequest,
  ids: GraphIds,
  shows: (permissions: readonly LoggedPermission[]) => void,
): GraphReply {
  const address = URL.parse(url, 'https://graph.microsoft.com');
  const path = decoded(address?.pathname ?? '').replace(/\/$/, '');
  const query = address?.searchParams ?? new URLSearchParams();
  const route = graphRoutes.find(({ pattern }) => pattern.test(path));
  if (!route)
    return graphError(400, 'BadRequest', `Resource not found for the segment '${path.split('/')[1] ?? ''}'.`, ids);
  if (method !== 'GET')
    return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', ids);
  const view = viewOf(world, caller.tenantId);
  if (!view || !mayRead(caller, route.needs))
    return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', ids);
  const parts = route.pattern.exec(path)?.groups ?? {};
  return route.answer({ world, caller, view, path, query, ids, parts, shows });
}
