import { createHash } from 'node:crypto';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Invitation, InvitationLink } from './invitation-repository.ts';

/** What the customer's admin gets, made again from the key ring each time: the database could not give it. */
export interface ShownLink {
  readonly token: string;
  readonly typedCode: string;
}

/** SHA-256, hex: how anything that opens something is kept. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A typed code as it is kept: without groups, and with the letters that a person mistakes put right (Crockford). */
export const normalTypedCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** A new link with the current key: everything that an older version opened is closed by it. */
export function makeLink(keys: LinkKeys, invitationId: string, version: number): InvitationLink {
  const shown = shownLink(keys, invitationId, { version, keyId: keys.currentKeyId });
  if (shown === undefined) throw new Error('the ring does not hold its own current key');
  return {
    version,
    keyId: keys.currentKeyId,
    hash: hashOf(shown.token),
    typedCodeHash: hashOf(normalTypedCode(shown.typedCode)),
    copiedAt: null,
  };
}

/** The code that stands below the link, for a mail or a telephone; undefined without a link, or when the ring lost its key. */
export const typedCodeOf = (keys: LinkKeys, { id, link }: Pick<Invitation, 'id' | 'link'>): string | undefined =>
  link === null ? undefined : shownLink(keys, id, link)?.typedCode;

/** Undefined when the ring no longer holds the link's key. */
export function shownLink(
  keys: LinkKeys,
  invitationId: string,
  { version, keyId }: Pick<InvitationLink, 'version' | 'keyId'>,
): ShownLink | undefined {
  const token = keys.token({ keyId, invitationId, version });
  const typedCode = keys.typedCode({ keyId, invitationId, version });
  return token === undefined || typedCode === undefined ? undefined : { token, typedCode };
}
