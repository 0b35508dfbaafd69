import { randomBytes } from 'node:crypto';
import { matchedRoutes } from 'hono/route';
import type { Words } from '@latchkey/shared/words/words';
import { describeFault, type Log } from '../log/log.ts';
import type { HttpContext, Middleware } from './context.ts';
import { socketAddress } from './socket.ts';

/** Gives each request its id (ours alone: an id that came with it is not believed), its words and its caller's address; logs its end. */
export const requestStart =
  (dependencies: {
    readonly words: Words;
    readonly log: Log;
    readonly trustedHops: number;
    readonly onDone: (about: { method: string; route: string; status: number; ms: number }) => void;
  }): Middleware =>
  async (c, next) => {
    const started = performance.now();
    const requestId = randomBytes(12).toString('hex');
    c.set('requestId', requestId);
    c.set('words', dependencies.words);
    c.set('address', addressOf(c, dependencies.trustedHops));
    await next();
    c.header('x-request-id', requestId);
    const ms = Math.round(performance.now() - started);
    const done = { method: c.req.method, route: routeOf(c), status: c.res.status, ms };
    dependencies.onDone(done);
    dependencies.log.event('request.done', { requestId, ...done, operatorId: c.get('operatorId') });
  };

/** The pattern of the route, never the address itself: an address can hold what was typed or a token. */
export const routeOf = (c: HttpContext): string =>
  matchedRoutes(c).findLast(({ path, method }) => method !== 'ALL' && !path.includes('*'))?.path ?? '(none)';

/** Logs a fault that nobody expected. */
export const logFault = (log: Log, c: HttpContext, error: unknown): void =>
  log.event('request.failed', { requestId: c.get('requestId'), route: routeOf(c), ...describeFault(error) });

/** With `hops` proxies of ours in front, the address that the outermost of them saw; else the socket's. */
function addressOf(c: HttpContext, hops: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const believed = hops > 0 ? forwarded.at(-hops) : undefined;
  return networkOf(believed === undefined || believed === '' ? (socketAddress(c) ?? 'unknown') : believed);
}

/** Of IPv6 the first 64 bits: that much belongs to one subscriber. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address.slice(0, 64);
