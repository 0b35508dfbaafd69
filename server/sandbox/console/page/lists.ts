/** What the provider's console calls the ways of securing the connection. */
export const consoleMethods = [
  'Use M365admin account with known password',
  'Send link to IT administrator for authentication',
  'Use known App registration',
] as const;
export type ConsoleMethod = (typeof consoleMethods)[number];

export const consoleLicences = ['Hosted Essentials+', 'Hosted Pro'] as const;
