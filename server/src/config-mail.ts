import * as z from 'zod';
import { isLoopback, Listen } from './config-addresses.ts';
import { secretFrom } from './config-files.ts';
import type { MailServer } from './mail/mail.ts';

/** How mail is sent, as the environment says it. */
export const mailEnvironment = {
  LATCHKEY_MAIL_SERVER: Listen.refine(({ port }) => port > 0).optional(),
  LATCHKEY_MAIL_TLS: z.enum(['starttls', 'tls', 'none']).optional(),
  LATCHKEY_MAIL_FROM: z.email().max(254).optional(),
  LATCHKEY_MAIL_USER: z.string().min(1).max(254).optional(),
  LATCHKEY_MAIL_PASSWORD_FILE: z.string().min(1).optional(),
};

type Name = keyof typeof mailEnvironment;
type Read = z.infer<z.ZodObject<typeof mailEnvironment>>;

/** A mistake that is seen only where several of them are looked at. */
export interface MailMistake {
  readonly name: Name;
  readonly fault: 'missing' | 'invalid' | 'unreadable';
}

/** Null where no mail server is named: then nothing is sent, and nothing pretends to be. */
export function mailOf(read: Read): { readonly value: MailServer | null; readonly mistakes: readonly MailMistake[] } {
  const { LATCHKEY_MAIL_SERVER: server, LATCHKEY_MAIL_TLS: tls = 'starttls', LATCHKEY_MAIL_FROM: from } = read;
  const { LATCHKEY_MAIL_USER: user, LATCHKEY_MAIL_PASSWORD_FILE: file } = read;
  const isAnythingSaid = [read.LATCHKEY_MAIL_TLS, from, user, file].some((value) => value !== undefined);
  if (server === undefined)
    return { value: null, mistakes: isAnythingSaid ? [{ name: 'LATCHKEY_MAIL_SERVER', fault: 'missing' }] : [] };
  const password = file === undefined ? undefined : secretFrom(file);
  const mistakes: readonly (MailMistake | false)[] = [
    from === undefined && { name: 'LATCHKEY_MAIL_FROM', fault: 'missing' },
    tls === 'none' && !isLoopback(server.host) && { name: 'LATCHKEY_MAIL_TLS', fault: 'invalid' },
    user === undefined && file !== undefined && { name: 'LATCHKEY_MAIL_USER', fault: 'missing' },
    user !== undefined && file === undefined && { name: 'LATCHKEY_MAIL_PASSWORD_FILE', fault: 'missing' },
    file !== undefined && password === undefined && { name: 'LATCHKEY_MAIL_PASSWORD_FILE', fault: 'unreadable' },
  ];
  const login = user === undefined || password === undefined ? null : { user, password };
  // Brackets around an address belong to how it is written.
  const host = server.host.replaceAll(/^\[|\]$/g, '');
  const value = from === undefined ? null : { host, port: server.port, tls, from, login };
  return { value, mistakes: mistakes.filter((one) => one !== false) };
}
