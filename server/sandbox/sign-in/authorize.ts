import { Hono } from 'hono';
import { note, type Ask, type Env } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { turnAway, type Reply } from './answer.ts';
import { begin } from './begin.ts';
import type { SignInRequest } from './flow.ts';
import { isUnreadable, readRequest } from './read-request.ts';

type Parameters = Readonly<Record<string, string | undefined>>;

function receive(world: World, c: Ask, kind: SignInRequest['kind'], parameters: Parameters): Reply {
  const segment = c.req.param('tenant') ?? '';
  const tenant = world.state.directory.tenantNamed(segment);
  if (tenant) note(c, { tenantId: tenant.id });
  const read = readRequest(world, kind, segment, parameters);
  if (isUnreadable(read)) return turnAway(world, c, read.refused, kind, read.back);
  note(c, {
    clientId: read.client.clientId,
    scopes: read.scopes.asked.map(({ permission }) => permission.value),
  });
  return begin(world, c, read);
}

const formOf = async (c: Ask): Promise<Parameters> => Object.fromEntries(new URLSearchParams(await c.req.text()));

/** /authorize and /adminconsent: where applications send people. */
export function authorizeRoutes(world: World) {
  const routes = new Hono<Env>();
  routes.get('/:tenant/oauth2/v2.0/authorize', (c) => receive(world, c, 'authorize', c.req.query()));
  routes.post('/:tenant/oauth2/v2.0/authorize', async (c) => receive(world, c, 'authorize', await formOf(c)));
  routes.get('/:tenant/v2.0/adminconsent', (c) => receive(world, c, 'admin consent', c.req.query()));
  // The older address has no scope parameter: it always asks for the static list.
  routes.get('/:tenant/adminconsent', (c) =>
    receive(world, c, 'admin consent', { ...c.req.query(), scope: 'https://graph.microsoft.com/.default' }),
  );
  return routes;
}
