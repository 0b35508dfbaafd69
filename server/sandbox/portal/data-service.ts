import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Person } from '../directory/records.ts';
import { mayConsentToDelegated } from '../directory/roles.ts';
import { logged, note, type Ask, type Env } from '../log/logged.ts';
import type { RequestLog } from '../log/request-log.ts';
import type { World } from '../world/world.ts';
import { bladeHosts, originsOf, portalHosts } from './hosts.ts';
import { listApplications, readApplication } from './read-applications.ts';
import { Revocation, revokePermission } from './revoke-permission.ts';
import { slow } from './slow.ts';

/** Whose blade asks: the token says it, and holds as long as the session at the portal. */
function personOfBlade(world: World, c: Ask): Person | undefined {
  const [, token] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? [];
  const session = world.state.portalSessions.values().find(({ bladeToken }) => bladeToken === token);
  const person = session && world.state.directory.person(session.personId);
  if (person) note(c, { account: person.username, tenantId: person.tenantId });
  return person;
}

/** What blades fetch across origins: the directory of whoever is signed in at the portal, and nobody else's. */
export function dataService(world: World, log: RequestLog) {
  return new Hono<Env>()
    .use(logged(world, log, 'portal'))
    .use(slow(world))
    .use(
      cors({
        origin: [...originsOf(bladeHosts), ...originsOf(portalHosts)],
        allowHeaders: ['authorization', 'content-type'],
      }),
    )
    .get('/api/applications', (c) => {
      const person = personOfBlade(world, c);
      if (!person) return c.json({ signedIn: false }, 401);
      return c.json(listApplications(world.state.directory, person.tenantId));
    })
    .get('/api/applications/:id', (c) => {
      const person = personOfBlade(world, c);
      if (!person) return c.json({ signedIn: false }, 401);
      const found = readApplication(world.state.directory, person.tenantId, c.req.param('id'));
      return found ? c.json(found) : c.json({ found: false }, 404);
    })
    .post('/api/applications/:id/revocations', async (c) => {
      const person = personOfBlade(world, c);
      if (!person) return c.json({ signedIn: false }, 401);
      const revocation = Revocation.safeParse(await c.req.json().catch(() => undefined));
      if (!revocation.success) return c.json({ understood: false }, 400);
      if (!mayConsentToDelegated(person.roles)) return c.json({ allowed: false }, 403);
      revokePermission(world.state.directory, person.tenantId, c.req.param('id'), revocation.data);
      return c.json({ revoked: true });
    });
}
