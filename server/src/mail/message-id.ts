import { createHash } from 'node:crypto';

/**
 * The id of a mail, made of what it is sent for: whoever sends it again after a crash, wherever, gives it the same one. It tells
 * nobody what it was made of.
 */
export function messageIdOf(parts: readonly (string | number)[], from: string): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
  return `<${digest}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}
