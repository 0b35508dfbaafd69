import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import type { RingKey } from './key-ring.ts';
import { CannotOpen, type Sealed, type Sealer } from './sealer.ts';
import { Secret } from './secret.ts';
import { SecretBytes } from './secret-bytes.ts';

const algorithms = { keyManagementAlgorithms: ['A256GCMKW'], contentEncryptionAlgorithms: ['A256GCM'] };

/**
 * Seals by JWE: a fresh key for each record, wrapped by the current key of the ring. The owner stands in the protected header, which
 * is authenticated, and is compared after opening.
 */
export function createSealer(keys: readonly [RingKey, ...RingKey[]] | readonly RingKey[]): Sealer {
  const [current] = keys;
  if (current === undefined) throw new Error('a sealer needs a key');
  return {
    seal: async (secret, owner) => {
      const jwe = new CompactEncrypt(bytesOf(secret));
      const header = { alg: 'A256GCMKW', enc: 'A256GCM', kid: current.kid, owner };
      return (await jwe.setProtectedHeader(header).encrypt(current.bytes)) as Sealed;
    },
    open: async (sealed, owner) => {
      const opened = await openFor(keys, sealed, owner);
      return new Secret(new TextDecoder().decode(opened));
    },
    openBytes: async (sealed, owner) => SecretBytes.own(await openFor(keys, sealed, owner)),
  };
}

const bytesOf = (secret: Secret | SecretBytes): Uint8Array =>
  secret instanceof SecretBytes ? secret.reveal() : new TextEncoder().encode(secret.reveal());

async function openFor(keys: readonly RingKey[], sealed: Sealed, owner: string): Promise<Uint8Array> {
  const opened = await openWith(keys, sealed);
  if (opened === undefined || opened.owner !== owner) throw new CannotOpen('what was sealed does not open');
  return opened.plaintext;
}

/** The id of the key that a sealed record was made with; for rotation. */
export const keyIdOf = (sealed: Sealed): string | undefined => {
  try {
    return decodeProtectedHeader(sealed).kid;
  } catch {
    return undefined;
  }
};

async function openWith(keys: readonly RingKey[], sealed: Sealed) {
  const key = keys.find(({ kid }) => kid === keyIdOf(sealed));
  if (key === undefined) return undefined;
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, key.bytes, algorithms);
    return { plaintext, owner: protectedHeader['owner'] };
  } catch {
    return undefined;
  }
}
