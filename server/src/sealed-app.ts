import type { Hono } from 'hono';
import { en } from '@latchkey/shared/words/en';
import type { Configuration } from './config.ts';
import type { HttpEnvironment } from './http/context.ts';
import { createHttp } from './http/create-http.ts';
import { fail } from './http/fail.ts';
import { errorCatalogue } from '@latchkey/shared/errors/catalogue';
import type { Clock } from './clock.ts';
import { pageAssetRoutes } from './invitation-pages/assets.ts';
import { createPageRefusals, isPage } from './invitations/page-refusals.ts';
import { openPages } from './invitations/show-page.ts';
import { usualRateLimits } from './http/rate-limits.ts';
import type { Log } from './log/log.ts';
import { version } from './version.ts';

/** What stands in for the application while there is no key ring: it says so, to a person on a page and to a program as a problem, and touches nothing. */
export function createSealedApp(configuration: Configuration, log: Log, now: Clock): Hono<HttpEnvironment> {
  const { assets, pages } = openPages(configuration, now);
  const http = createHttp({
    words: en,
    log,
    trustedHops: configuration.trustedHops,
    isHttps: configuration.publicUrl.startsWith('https:'),
    extensionOrigins: configuration.extensionOrigins,
    limits: usualRateLimits,
    refuse: createPageRefusals(pages),
    onDone: () => undefined,
  });
  http.get('/healthz', (c) => c.json({ status: 'sealed', version }));
  http.route('/', pageAssetRoutes(assets));
  http.all('*', (c) => (isPage(c.req.path) ? pages.end(c, 'sealed', errorCatalogue.sealed.status) : fail(c, 'sealed')));
  return http;
}
