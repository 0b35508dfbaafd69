import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Person } from '../directory/records.ts';
import { note, type Ask, type Env } from '../log/logged.ts';
import { loginOrigin } from '../sign-in/metadata.ts';
import { openDrawer } from '../world/tickets.ts';
import type { World } from '../world/world.ts';

const cookie = 'practice_portal';

/** Whoever is signed in at the portal in this browser, and what their blades show to the data host. */
export function personAtPortal(
  world: World,
  c: Ask,
): { readonly person: Person; readonly bladeToken: string } | undefined {
  const session = world.state.portalSessions.get(getCookie(c, cookie) ?? '');
  const person = session && world.state.directory.person(session.personId);
  if (!person) return undefined;
  note(c, { account: person.username, tenantId: person.tenantId });
  return { person, bladeToken: session.bladeToken };
}

/** The portal's own sign-in: through the login host, like any application's, with a session of its own. */
export function portalSignIn(world: World, host: string) {
  const { clientId } = world.state.registrations.portal;
  const redirect = `https://${host}/signin/index/`;
  const asked = openDrawer<true>();
  const routes = new Hono<Env>();
  routes.get('/signin/start', (c) => {
    const parameters = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: redirect,
      scope: 'openid profile',
      state: asked.put(true),
    });
    const wanted = c.req.query('tenant') || 'organizations';
    const tenant = encodeURIComponent(wanted);
    const here = personAtPortal(world, c);
    // Somebody of another directory is asked which account they want here, and not turned away with the one they have.
    if (here && world.state.directory.tenantNamed(wanted)?.id !== here.person.tenantId)
      parameters.set('prompt', 'select_account');
    return c.redirect(`${loginOrigin}/${tenant}/oauth2/v2.0/authorize?${parameters}`);
  });
  routes.get('/signin/index/', (c) => {
    const { codes, portalSessions } = world.state;
    const state = c.req.query('state') ?? '';
    const code = codes.get(c.req.query('code') ?? '');
    const isOurs = asked.get(state) && code?.redirect.uri === redirect && !code.redeemed;
    if (!isOurs) return c.redirect('/');
    asked.delete(state);
    code.redeemed = true;
    setCookie(c, cookie, portalSessions.put({ personId: code.person.id, bladeToken: randomUUID() }), {
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    });
    return c.redirect('/');
  });
  routes.get('/signout', (c) => {
    world.state.portalSessions.delete(getCookie(c, cookie) ?? '');
    deleteCookie(c, cookie, { path: '/', secure: true });
    return c.redirect(`${loginOrigin}/common/oauth2/v2.0/logout`);
  });
  return routes;
}
