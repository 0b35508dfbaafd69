import * as z from 'zod/mini';

/** The ways of securing a connection, by key. What stands on screen is in words.methods. */
const methods = [
  'invitation-link',
  'known-password',
  'service-account',
  'app-registration',
  'new-app-registration',
  'adopt',
] as const;
export const Method = z.enum(methods);
export type Method = z.infer<typeof Method>;

/** The methods that keep an account's name and password. Each is off until an Admin turns it on. */
export const PasswordMethod = z.enum(['known-password', 'service-account']);
export type PasswordMethod = z.infer<typeof PasswordMethod>;

/** Whether a connection of this method stands on a password that we keep. */
export const keepsPassword = (method: Method | null): method is PasswordMethod =>
  method === 'known-password' || method === 'service-account';

/** The methods that this version can carry out; the others are named on screen with the reason why they are off. */
export const availableMethods = [
  'invitation-link',
  'known-password',
  'service-account',
] as const satisfies readonly Method[];
