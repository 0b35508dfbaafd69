import { Hono } from 'hono';
import { html } from 'hono/html';
import { logged, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import type { World } from '../world/world.ts';
import { dataHost, originsOf, portalHosts } from './hosts.ts';
import { pageFiles } from './page-files.ts';
import { slow } from './slow.ts';
import { strictPage } from './strict-page.ts';
import { witness } from './witness.ts';

/** `sandbox-N.reactblade.portal.azure.net`: the frame in which a blade draws itself. It has no session; the shell hands it what it needs. */
export function bladeService(world: World, log: RequestLog, host: string) {
  return new Hono<Env>()
    .route('/', witness(world, host))
    .use(logged(world, log, 'portal'))
    .route('/', pageFiles())
    .use(slow(world))
    .get('/React/Index', (c) =>
      strictPage(c, 'blade', html`<div id="blade"></div>`, {
        connect: ["'self'", `https://${dataHost}`],
        frames: [],
        ancestors: originsOf(portalHosts),
      }),
    );
}
