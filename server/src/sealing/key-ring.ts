import { readFileSync, statSync } from 'node:fs';
import * as z from 'zod/mini';
import { err, ok, type Result } from '@latchkey/shared/result';

const Key = z.strictObject({
  kid: z.string().check(z.regex(/^[a-z0-9-]{4,40}$/)),
  /** 256 bits, base64url. */
  key: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
const Keys = z.array(Key).check(
  z.minLength(1),
  z.refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length),
);

/** The key ring file. The first key of each list is the one that new things are made with; the others still open old ones. */
export const KeyRingFile = z.strictObject({ sealing: Keys, link: Keys, audit: Keys });

/** One key in memory. Its bytes never leave this folder. */
export interface RingKey {
  readonly kid: string;
  readonly bytes: Uint8Array;
}

/** Every key of the deployment, the current one of each kind first. */
export interface KeyRing {
  readonly sealing: readonly RingKey[];
  readonly link: readonly RingKey[];
  readonly audit: readonly RingKey[];
}

export type KeyRingFault = 'key_ring_unreadable' | 'key_ring_readable_by_others' | 'key_ring_malformed';

/** Reads the ring. Nobody but the server's own user may be able to read it. Nothing of its content is in a fault. */
export function readKeyRing(
  file: string,
):
  | { readonly ok: true; readonly value: KeyRing }
  | { readonly ok: false; readonly error: { readonly code: KeyRingFault } } {
  const text = readPrivately(file);
  if (!text.ok) return text;
  const parsed = KeyRingFile.safeParse(jsonOf(text.value));
  if (!parsed.success) return err('key_ring_malformed');
  const { sealing, link, audit } = parsed.data;
  return ok({ sealing: sealing.map(keyOf), link: link.map(keyOf), audit: audit.map(keyOf) });
}

function readPrivately(file: string): Result<string, KeyRingFault> {
  try {
    if ((statSync(file).mode & 0o077) !== 0) return err('key_ring_readable_by_others');
    return ok(readFileSync(file, 'utf8'));
  } catch {
    return err('key_ring_unreadable');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const keyOf = ({ kid, key }: z.infer<typeof Key>): RingKey => ({ kid, bytes: Buffer.from(key, 'base64url') });
