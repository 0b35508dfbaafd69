import { fail } from './fail.ts';
import type { Middleware } from './context.ts';

const methods = 'GET, POST, DELETE';
const headers = 'authorization, content-type, idempotency-key, if-none-match, last-event-id';
const exposed = 'etag, retry-after, x-request-id';

/**
 * CORS for the extension's exact origins, never with credentials. It lets a browser read an answer and decides nothing else: who may
 * call is decided by the session alone, since some browsers give an extension a new origin on each machine.
 */
export const extensionOrigins =
  (origins: readonly string[]): Middleware =>
  async (c, next) => {
    const origin = c.req.header('origin');
    const isOurs = origin !== undefined && origins.includes(origin);
    const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    if (isPreflight)
      c.res = isOurs
        ? preflight(c.req.header('access-control-request-private-network'))
        : fail(c, 'request_origin_refused');
    else await next();
    c.res.headers.append('vary', 'Origin');
    if (!isOurs) return;
    c.res.headers.set('access-control-allow-origin', origin);
    c.res.headers.set('access-control-expose-headers', exposed);
  };

const preflight = (privateNetwork: string | undefined): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': methods,
      'access-control-allow-headers': headers,
      'access-control-max-age': '600',
      ...(privateNetwork === 'true' && { 'access-control-allow-private-network': 'true' }),
    },
  });
