import { randomBytes } from 'node:crypto';
import type * as z from 'zod/mini';
import type { KeyRingFile } from './key-ring.ts';

/** A new ring: one key of each kind, named by the day that it was made. */
export function makeKeyRing(now: Date): z.infer<typeof KeyRingFile> {
  const day = now.toISOString().slice(0, 10);
  const key = (kind: string) => ({
    kid: `${kind}-${day}-${randomBytes(3).toString('hex')}`,
    key: randomBytes(32).toString('base64url'),
  });
  return { sealing: [key('sealing')], link: [key('link')], audit: [key('audit')] };
}
