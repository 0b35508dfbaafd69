import { Hono } from 'hono';
import { html } from 'hono/html';
import { logged, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import { words } from '../words.ts';
import type { World } from '../world/world.ts';
import { bladeHosts, dataHost, originsOf } from './hosts.ts';
import { pageFiles } from './page-files.ts';
import type { PortalAnswer } from './portal-data.ts';
import { personAtPortal, portalSignIn } from './portal-sign-in.ts';
import { slow } from './slow.ts';
import { practiceNote, strictPage } from './strict-page.ts';
import { witness } from './witness.ts';

const allowed = { connect: ["'self'", `https://${dataHost}`], frames: originsOf(bladeHosts), ancestors: [] };

const shell = html`${practiceNote}
  <div id="portal"></div>`;

/** The window that "Grant admin consent" opened ends here. */
const consented = html`${practiceNote}
  <main class="ending"><p>${words.portal.close}</p></main>`;

/** What the shell asks first: who is here, if that is somebody of the tenant in the address. */
function session(world: World) {
  return new Hono<Env>().get('/api/session', (c) => {
    const { directory, portal } = world.state;
    const here = personAtPortal(world, c);
    const tenant = here && directory.tenantNamed(here.person.tenantId);
    const wanted = c.req.query('tenant') ?? '';
    const fits = wanted === '' || directory.tenantNamed(wanted)?.id === tenant?.id;
    const { behaviour } = portal;
    if (!here || !tenant || !fits) return c.json<PortalAnswer>({ signedIn: false, behaviour });
    const { name, username } = here.person;
    const domain = tenant.domains.find(({ isDefault }) => isDefault)?.name ?? '';
    const { id: tenantId, displayName: tenantName } = tenant;
    const { bladeToken } = here;
    return c.json<PortalAnswer>({
      signedIn: true,
      ...{ name, username, tenantId, tenantName, domain, bladeToken, behaviour },
    });
  });
}

/** portal.azure.com or entra.microsoft.com: one page, which goes by the hash. */
export function portalService(world: World, log: RequestLog, host: string) {
  return new Hono<Env>()
    .route('/', witness(world, host))
    .use(logged(world, log, 'portal'))
    .route('/', pageFiles())
    .use(slow(world))
    .route('/', portalSignIn(world, host))
    .route('/', session(world))
    .get('/TokenAuthorize', (c) => strictPage(c, 'consented', consented, allowed))
    .get('*', (c) => strictPage(c, 'shell', shell, allowed));
}
