import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { RingKey } from './key-ring.ts';

/** Tells whether two requests are the same without keeping either: a keyed digest, so that a short body cannot be guessed from it. */
export interface Fingerprints {
  of(text: string): string;
  /** False also when the ring no longer holds the key. */
  matches(text: string, fingerprint: string): boolean;
}

/** Fingerprints with keys derived from the sealing keys; each names its key. */
export function createFingerprints(keys: readonly RingKey[]): Fingerprints {
  const derived = keys.map(({ kid, bytes }) => ({
    kid,
    bytes: Buffer.from(hkdfSync('sha256', bytes, '', 'latchkey idempotency fingerprint', 32)),
  }));
  const [current] = derived;
  if (current === undefined) throw new Error('fingerprints need a key');
  const make = (key: RingKey, text: string): string =>
    `${key.kid}.${createHmac('sha256', key.bytes).update(text).digest('base64url')}`;
  return {
    of: (text) => make(current, text),
    matches: (text, fingerprint) => {
      const key = derived.find(({ kid }) => fingerprint.startsWith(`${kid}.`));
      return key !== undefined && isSame(make(key, text), fingerprint);
    },
  };
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
