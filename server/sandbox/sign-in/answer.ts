import { randomUUID } from 'node:crypto';
import { note, type Ask } from '../log/logged.ts';
import type { World } from '../world/world.ts';
import { errorDescription, errorUri } from './error-body.ts';
import type { Refusal } from './errors.ts';
import type { SignInRequest, WayBack } from './flow.ts';
import { errorPage } from './pages/error-page.ts';
import { formPostPage } from './pages/form-post-page.ts';
import { show } from './pages/layout.ts';

/** A page or a redirect. */
export type Reply = Response | Promise<Response>;

/** Sends parameters back to the application in the way it asked for. */
export function sendBack(c: Ask, back: WayBack, answer: Readonly<Record<string, string | undefined>>): Reply {
  const all = { ...answer, state: back.state };
  const parameters = new URLSearchParams(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const { uri } = back.redirect;
  // The address carries a code: no browser's cache may keep it.
  c.header('cache-control', 'no-store, no-cache');
  if (back.responseMode === 'form_post') return show(c, formPostPage(uri, parameters));
  if (back.responseMode === 'fragment') return c.redirect(`${uri}#${parameters}`);
  return c.redirect(`${uri}${uri.includes('?') ? '&' : '?'}${parameters}`);
}

/** Whether an error leaves the sign-in page for that address. */
const travels = ({ redirects }: Refusal, kind: SignInRequest['kind']): boolean =>
  redirects === 'yes' || (redirects === 'from admin consent' && kind === 'admin consent');

/** Refuses: on the page, or at the application if there is a source that says so. */
export function turnAway(
  world: World,
  c: Ask,
  refused: Refusal,
  kind: SignInRequest['kind'],
  back: WayBack | undefined,
  more: Readonly<Record<string, string>> = {},
): Reply {
  const facts = c.get('facts');
  note(c, { error: `AADSTS${refused.code}` });
  if (!back || !travels(refused, kind)) return show(c, errorPage(refused, facts, world.clock.now()), 400);
  return sendBack(c, back, {
    error: refused.error,
    ...more,
    error_description: errorDescription(refused, facts, world.clock.now()),
    error_uri: errorUri(refused.code),
    ...(kind === 'admin consent' && { admin_consent: 'True' }),
  });
}

/** The session that an authorize answer names. */
export const sessionState = (): string => randomUUID();
