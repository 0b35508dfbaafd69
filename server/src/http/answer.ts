import type { Endpoint } from '@latchkey/shared/api/endpoint';
import type { Log } from '../log/log.ts';
import type { HttpContext } from './context.ts';
import { fail } from './fail.ts';
import { routeOf } from './request-start.ts';

/** Sends a good answer exactly as declared. One that the schema does not know is not sent: what nobody declared could be a secret. */
export async function answer(log: Log, endpoint: Endpoint, value: unknown, c: HttpContext): Promise<Response> {
  if (endpoint.response === 'nothing') return c.body(null, 204);
  if (endpoint.response === 'event-stream') return stream(value, c);
  const encoded = endpoint.response.safeParse(value);
  if (encoded.success) return c.json(encoded.data, endpoint.status === 201 ? 201 : 200);
  const paths = encoded.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ');
  log.event('reply.malformed', { requestId: c.get('requestId'), route: routeOf(c), paths });
  return fail(c, 'internal');
}

function stream(value: unknown, c: HttpContext): Response {
  if (!(value instanceof ReadableStream)) throw new TypeError('an event stream is answered with a ReadableStream');
  return c.body(value, 200, {
    'content-type': 'text/event-stream; charset=utf-8',
    // Proxies that collect answers would hold every event back.
    'x-accel-buffering': 'no',
  });
}
