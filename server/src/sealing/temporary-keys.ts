import { createFingerprints } from './fingerprints.ts';
import { createSealer } from './jwe-sealer.ts';
import { createLinkKeys } from './ring-link-keys.ts';
import { makeKeyRing } from './make-key-ring.ts';
import type { KeyRing } from './key-ring.ts';

/** A ring for one test, with all that is made of it. */
export function makeTemporaryKeys() {
  const file = makeKeyRing(new Date());
  const keysOf = (list: typeof file.sealing) =>
    list.map(({ kid, key }) => ({ kid, bytes: Buffer.from(key, 'base64url') }));
  const ring: KeyRing = { sealing: keysOf(file.sealing), link: keysOf(file.link), audit: keysOf(file.audit) };
  return {
    ring,
    sealer: createSealer(ring.sealing),
    linkKeys: createLinkKeys(ring.link),
    fingerprints: createFingerprints(ring.sealing),
  };
}
