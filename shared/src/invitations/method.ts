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

/** The methods that this version can carry out; the others are named on screen with the reason why they are off. */
export const availableMethods = ['invitation-link'] as const satisfies readonly Method[];
