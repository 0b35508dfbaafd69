import { Hono } from 'hono';
import { html } from 'hono/html';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { logged, type Ask, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import { words } from '../words.ts';
import type { World } from '../world/world.ts';
import { personAtPortal, portalSignIn } from './portal-sign-in.ts';
import { listApplications, readApplication } from './read-applications.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const shell = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${words.practice.name}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/portal-page/style.css" />
      <script type="module" src="/portal-page/main.ts"></script>
    </head>
    <body>
      <p class="practice" role="note">${words.practice.mark}</p>
      <div id="portal"></div>
    </body>
  </html>`;

/** The window that "Grant admin consent" opened ends here. */
const consented = html`<!doctype html>
  <html lang="en">
    <head>
      <title>${words.practice.name}</title>
      <link rel="stylesheet" href="/portal-page/style.css" />
    </head>
    <body>
      <p class="practice" role="note">${words.practice.mark}</p>
      <main class="content"><p>${words.portal.close}</p></main>
    </body>
  </html>`;

const types = { ts: 'text/javascript', css: 'text/css' } as const;

/** A file of the portal's own page; its TypeScript is sent without its types. */
function pageFile(name: string): { readonly body: string; readonly type: string } | undefined {
  const [, ending] = /^[a-z-]+\.(ts|css)$/.exec(name) ?? [];
  if (ending !== 'ts' && ending !== 'css') return undefined;
  try {
    const text = readFileSync(new URL(`page/${name}`, import.meta.url), 'utf8');
    return { body: ending === 'ts' ? stripTypeScriptTypes(text) : text, type: types[ending] };
  } catch {
    return undefined;
  }
}

/** What the page asks: who is here, and what the directory has. */
function portalData(world: World) {
  const routes = new Hono<Env>();
  const signedIn = (c: Ask) => {
    const person = personAtPortal(world, c);
    const tenant = person && world.state.directory.tenantNamed(person.tenantId);
    return person && tenant ? { person, tenant } : undefined;
  };
  routes.get('/api/session', (c) => {
    const here = signedIn(c);
    const wanted = c.req.query('tenant') ?? '';
    const fits = wanted === '' || world.state.directory.tenantNamed(wanted)?.id === here?.tenant.id;
    if (!here || !fits) return c.json({ signedIn: false });
    const { name, username } = here.person;
    return c.json({ signedIn: true, name, username, tenantId: here.tenant.id, tenantName: here.tenant.displayName });
  });
  routes.get('/api/applications', (c) => {
    const here = signedIn(c);
    if (!here) return c.json({ signedIn: false }, 401);
    return c.json(listApplications(world.state.directory, here.tenant.id));
  });
  routes.get('/api/applications/:id', (c) => {
    const here = signedIn(c);
    if (!here) return c.json({ signedIn: false }, 401);
    const found = readApplication(world.state.directory, here.tenant.id, c.req.param('id'));
    return found ? c.json(found) : c.json({ found: false }, 404);
  });
  return routes;
}

/** portal.azure.com or entra.microsoft.com: one page, which goes by the hash. */
export function portalService(world: World, log: RequestLog, host: string) {
  return new Hono<Env>()
    .use(logged(world, log, 'portal'))
    .use(async (c, next) => {
      await next();
      c.header('content-security-policy', policy);
      c.header('cache-control', 'no-store');
    })
    .route('/', portalSignIn(world, host))
    .route('/', portalData(world))
    .get('/portal-page/:name', (c) => {
      const file = pageFile(c.req.param('name'));
      return file ? c.body(file.body, 200, { 'content-type': `${file.type}; charset=utf-8` }) : c.notFound();
    })
    .get('/TokenAuthorize', async (c) => c.html(await consented))
    .get('*', async (c) => c.html(await shell));
}
