import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../log/logged.ts';
import { words } from '../words.ts';
import type { World } from '../world/world.ts';
import { show } from './pages/layout.ts';
import { forgetSession } from './sessions.ts';

/** /logout: forgets the browser's session. Goes on only to an address that some registration has. */
export function signOutRoutes(world: World) {
  return new Hono<Env>().get('/:tenant/oauth2/v2.0/logout', async (c) => {
    forgetSession(world, c);
    const after = c.req.query('post_logout_redirect_uri');
    const registered = world.state.directory.registrations.flatMap(({ redirects }) => redirects);
    const known = registered.find(({ uri }) => uri === after);
    if (known) return c.redirect(known.uri);
    return show(c, {
      title: words.signedOut.title,
      body: html`<h1>${words.signedOut.title}</h1>
        <p>${words.signedOut.explains}</p>`,
    });
  });
}
