import type { Hono } from 'hono';
import { en } from '@latchkey/shared/words/en';
import type { Configuration } from './config.ts';
import type { HttpEnvironment } from './http/context.ts';
import { createHttp } from './http/create-http.ts';
import { fail } from './http/fail.ts';
import { usualRateLimits } from './http/rate-limits.ts';
import type { Log } from './log/log.ts';
import { version } from './version.ts';

/** What stands in for the application while there is no key ring: it says so, and touches nothing. */
export function createSealedApp(configuration: Configuration, log: Log): Hono<HttpEnvironment> {
  const http = createHttp({
    words: en,
    log,
    trustedHops: configuration.trustedHops,
    isHttps: configuration.publicUrl.startsWith('https:'),
    extensionOrigins: configuration.extensionOrigins,
    limits: usualRateLimits,
    refuse: fail,
    onDone: () => undefined,
  });
  http.get('/healthz', (c) => c.json({ status: 'sealed', version }));
  http.all('*', (c) => fail(c, 'sealed'));
  return http;
}
