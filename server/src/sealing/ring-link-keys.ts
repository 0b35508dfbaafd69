import { createHmac } from 'node:crypto';
import type { RingKey } from './key-ring.ts';
import type { LinkKeys } from './link-keys.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

/** Link tokens and typed codes by HMAC with a key of the ring, each under its own label. */
export function createLinkKeys(keys: readonly RingKey[]): LinkKeys {
  const [current] = keys;
  if (current === undefined) throw new Error('links need a key');
  const mac = (keyId: string, text: string): Buffer | undefined => {
    const key = keys.find(({ kid }) => kid === keyId);
    return key && createHmac('sha256', key.bytes).update(text).digest();
  };
  return {
    currentKeyId: current.kid,
    token: ({ keyId, invitationId, version }) => mac(keyId, `${invitationId}.${version}`)?.toString('base64url'),
    typedCode: ({ keyId, invitationId, version }) => {
      const bytes = mac(keyId, `typed-code:${invitationId}.${version}`);
      return bytes && inGroups([...bytes.subarray(0, codeLength)].map((byte) => crockford[byte % 32] ?? '0').join(''));
    },
  };
}

const inGroups = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;
