import { getCookie, setCookie } from 'hono/cookie';
import type { Person } from '../directory/records.ts';
import type { Ask } from '../log/logged.ts';
import type { World } from '../world/world.ts';

/** One person's standing in a browser session. */
export interface SignedIn {
  readonly personId: string;
  readonly authenticatedAt: number;
  readonly mfa: boolean;
}

/** What one browser's cookie stands for: everybody who signed in with it. */
export interface LoginSession {
  signedIn: readonly SignedIn[];
}

const cookie = 'practice_sign_in';

const isTls = (c: Ask): boolean => new URL(c.req.url).protocol === 'https:';

/** Who is signed in, in this browser. */
export function signedInHere(world: World, c: Ask): readonly SignedIn[] {
  return world.state.sessions.get(getCookie(c, cookie) ?? '')?.signedIn ?? [];
}

/** Adds a person to this browser's session. */
export function rememberSignIn(world: World, c: Ask, person: Person, mfa: boolean): void {
  const { sessions } = world.state;
  const known = sessions.get(getCookie(c, cookie) ?? '');
  const entry: SignedIn = { personId: person.id, authenticatedAt: world.clock.seconds(), mfa };
  if (known) {
    known.signedIn = [...known.signedIn.filter(({ personId }) => personId !== person.id), entry];
    return;
  }
  setCookie(c, cookie, sessions.put({ signedIn: [entry] }), {
    path: '/',
    httpOnly: true,
    ...(isTls(c) ? { secure: true, sameSite: 'None' } : { sameSite: 'Lax' }),
  });
}

/** Signs everybody out in this browser. */
export function forgetSession(world: World, c: Ask): void {
  world.state.sessions.delete(getCookie(c, cookie) ?? '');
}
