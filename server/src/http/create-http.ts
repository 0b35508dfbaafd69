import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Endpoint } from '@latchkey/shared/api/endpoint';
import { endpoints } from '@latchkey/shared/api/endpoints';
import type { Words } from '@latchkey/shared/words/words';
import type { Log } from '../log/log.ts';
import { StorageUnavailable } from '../storage/store.ts';
import type { HttpEnvironment } from './context.ts';
import { extensionOrigins } from './extension-origins.ts';
import { limitByAddress, type RateLimits } from './rate-limits.ts';
import type { Refuses } from './refuse.ts';
import { logFault, requestStart } from './request-start.ts';
import { securityHeaders } from './security-headers.ts';

/** The few that take more, by their own declaration. */
const largerBodies = Object.values<Endpoint>(endpoints).flatMap(({ path, largestBody: largest }) =>
  largest === undefined ? [] : [{ path: path as string, largest }],
);

/** The largest body that is taken, in bytes. */
const largestBody = 64 * 1024;

export interface HttpDependencies {
  readonly words: Words;
  readonly log: Log;
  readonly trustedHops: number;
  readonly isHttps: boolean;
  readonly extensionOrigins: readonly string[];
  readonly limits: RateLimits;
  readonly refuse: Refuses;
  /** Hears of each answer. */
  readonly onDone: (about: { method: string; route: string; status: number; ms: number }) => void;
}

/** An application without routes: whatever is mounted on it has an id, headers, limits, and problem replies. */
export function createHttp(dependencies: HttpDependencies): Hono<HttpEnvironment> {
  const { limits, refuse } = dependencies;
  const limited = (callsAMinute: number) => limitByAddress(callsAMinute, refuse);
  const app = new Hono<HttpEnvironment>();
  app.use(securityHeaders(dependencies));
  app.use(requestStart(dependencies));
  app.use('/v1/*', extensionOrigins(dependencies.extensionOrigins));
  app.use(limited(limits.address));
  app.use('/v1/session', exceptReading(limited(limits.signIn)));
  app.use('/v1/guest-session', exceptReading(limited(limits.opening)));
  for (const path of ['/i/open', '/i/code', '/i/error']) app.use(path, limited(limits.opening));
  const limitBody = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => refuse(c, 'request_too_large') });
  const usual = limitBody(largestBody);
  const larger = new Map(largerBodies.map(({ path, largest }) => [path, limitBody(largest)]));
  app.use((c, next) => ((c.req.method === 'POST' ? larger.get(c.req.path) : undefined) ?? usual)(c, next));
  app.notFound((c) => refuse(c, 'route_unknown'));
  app.onError((error, c) => {
    logFault(dependencies.log, c, error);
    return refuse(c, error instanceof StorageUnavailable ? 'storage_unavailable' : 'internal');
  });
  return app;
}

/** Only exchanging a token is a guess; reading and ending a session are not. */
const exceptReading =
  (limit: ReturnType<typeof limitByAddress>): ReturnType<typeof limitByAddress> =>
  (c, next) =>
    c.req.method === 'POST' ? limit(c, next) : next();
