import * as z from 'zod/mini';
import { Secret } from '../sealing/secret.ts';

const Cache = z.object({ RefreshToken: z.optional(z.record(z.string(), z.object({ secret: z.string() }))) });

/** The refresh token in MSAL's serialised memory, the only place where MSAL shows it. */
export function refreshTokenIn(serialised: string): Secret | undefined {
  const found = Object.values(Cache.parse(JSON.parse(serialised)).RefreshToken ?? {});
  // The memory belongs to one call, so two would be a mix-up that must never be stored.
  if (found.length > 1) throw new Error('one call left more than one refresh token');
  return found[0] === undefined ? undefined : new Secret(found[0].secret);
}
