import { Hono } from 'hono';
import { html } from 'hono/html';
import { logged, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import { readPageFile } from '../page-file.ts';
import { words } from '../words.ts';
import type { World } from '../world/world.ts';
import { consoleApi } from './console-api.ts';
import { consoleWitness } from './console-witness.ts';
import { consoleSignIn } from './console-sign-in.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const shell = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${words.console.name}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/console-page/style.css" />
      <script type="module" src="/console-page/main.ts"></script>
    </head>
    <body>
      <aside class="practice" aria-label="Practice">${words.console.mark}</aside>
      <div id="console"></div>
    </body>
  </html>`;

/** The console that the provider has anyway: one page, which goes by path and hash. Nothing of the product is in it. */
export function consoleService(world: World, log: RequestLog) {
  return new Hono<Env>()
    .route('/', consoleWitness(world))
    .use(logged(world, log, 'console'))
    .use(async (c, next) => {
      await next();
      c.header('content-security-policy', policy);
      c.header('cache-control', 'no-store');
    })
    .route('/', consoleSignIn(world))
    .route('/', consoleApi(world))
    .get('/console-page/:name', (c) => {
      const file = readPageFile(new URL('page/', import.meta.url), c.req.param('name'));
      return file ? c.body(file.body, 200, { 'content-type': `${file.type}; charset=utf-8` }) : c.notFound();
    })
    .get('*', async (c) => c.html(await shell));
}
