import { Hono } from 'hono';
import type { Env } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import type { ConsoleValidation } from './console-data.ts';
import { personAtConsole } from './console-sign-in.ts';
import { readOrder } from './read-order.ts';

/** What the console's page asks: its record, for whoever is signed in. */
export function consoleApi(world: World) {
  const record = () => world.state.consoleRecord;
  return new Hono<Env>()
    .use('/api/*', async (c, next) => {
      if (c.req.path !== '/api/session' && !personAtConsole(world, c)) return c.json({ signedIn: false }, 401);
      return next();
    })
    .get('/api/services', (c) => c.json(record().services()))
    .get('/api/services/:shortName', (c) => {
      const found = record().service(c.req.param('shortName'));
      return found ? c.json(found) : c.json({ found: false }, 404);
    })
    .post('/api/services/:shortName/validate', (c) => {
      if (!record().service(c.req.param('shortName'))) return c.json({ found: false }, 404);
      // The false green of the field: this console asks nobody, and says so to everybody.
      return c.json({ status: 'Successful' } satisfies ConsoleValidation);
    })
    .get('/api/invitations', (c) => c.json(record().invitations()))
    .get('/api/invitations/:shortName', (c) => {
      const found = record().invitation(c.req.param('shortName'));
      return found ? c.json(found) : c.json({ found: false }, 404);
    })
    .post('/api/invitations', async (c) => {
      const order = readOrder(await c.req.json());
      if (!order) return c.json({ problem: 'Check the names and the number of users.' }, 400);
      return record().invite(order) ? c.json(order, 201) : c.json({ problem: 'This short name is taken.' }, 409);
    })
    .post('/api/invitations/:shortName/authenticate', (c) =>
      record().believe(c.req.param('shortName')) ? c.json({ done: true }) : c.json({ found: false }, 404),
    )
    .post('/api/invitations/:shortName/add', (c) =>
      record().add(c.req.param('shortName')) ? c.json({ done: true }) : c.json({ found: false }, 409),
    );
}
