import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Person } from '../directory/records.ts';
import { note, type Ask, type Env } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import type { ConsoleDoor, ConsoleSession } from './console-data.ts';
import { readUsername } from './read-order.ts';

const cookie = 'practice_console';

/** Whoever is signed in at the provider's console in this browser. */
export function personAtConsole({ state }: World, c: Ask): Person | undefined {
  const id = state.consoleSessions.get(getCookie(c, cookie) ?? '')?.personId;
  const person = id === undefined ? undefined : state.directory.person(id);
  if (person) note(c, { account: person.username, tenantId: person.tenantId });
  return person;
}

function door(world: World, person: Person | undefined): ConsoleDoor | ConsoleSession {
  const { tenant, people } = world.state.provider;
  if (person) return { signedIn: true, name: person.name, provider: tenant.displayName };
  return {
    signedIn: false,
    provider: tenant.displayName,
    people: people.map(({ name, username }) => ({ name, username })),
  };
}

/** The console's own sign-in. It is not what is practised, so it takes the provider's own people by name and asks for no password. */
export function consoleSignIn(world: World) {
  return new Hono<Env>()
    .get('/api/session', (c) => c.json(door(world, personAtConsole(world, c))))
    .post('/api/session', async (c) => {
      const username = readUsername(await c.req.json());
      const person = world.state.provider.people.find((one) => one.username === username);
      if (!person) return c.json(door(world, undefined), 401);
      const session = world.state.consoleSessions.put({ personId: person.id });
      setCookie(c, cookie, session, { path: '/', httpOnly: true, secure: true, sameSite: 'Strict' });
      return c.json(door(world, person));
    })
    .delete('/api/session', (c) => {
      world.state.consoleSessions.delete(getCookie(c, cookie) ?? '');
      deleteCookie(c, cookie, { path: '/', secure: true });
      return c.json(door(world, undefined));
    });
}
