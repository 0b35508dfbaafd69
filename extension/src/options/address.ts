import { err, ok, type Result } from '@latchkey/shared/result';

const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/** Reads the address of an API as a person types it: https, or http on this very machine; only its origin counts. */
export function readAddress(typed: string): Result<string, 'invalid' | 'insecure'> {
  const text = typed.trim();
  if (!URL.canParse(text)) return err('invalid');
  const { protocol, hostname, origin, username, password } = new URL(text);
  if (username !== '' || password !== '' || hostname === '') return err('invalid');
  if (protocol === 'https:' || (protocol === 'http:' && thisMachine.includes(hostname))) return ok(origin);
  return err(protocol === 'http:' ? 'insecure' : 'invalid');
}
