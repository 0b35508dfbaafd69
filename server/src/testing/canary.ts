import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret in every dress in which it could be lying about. */
function dressesOf(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret);
  return [
    utf8,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(utf8.toString('base64').replace(/=+$/, '')),
    Buffer.from(utf8.toString('base64url')),
    Buffer.from(utf8.toString('hex')),
    Buffer.from(encodeURIComponent(secret)),
  ];
}

/** Every file below a folder, as it lies on the disk: the database with its WAL. */
export const filesBelow = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

/** Whether a secret is in one of the haystacks, in any dress. */
export const isFoundIn = (secret: string, haystacks: readonly (Buffer | string)[]): boolean =>
  haystacks.some((haystack) => dressesOf(secret).some((dress) => Buffer.from(haystack).includes(dress)));
