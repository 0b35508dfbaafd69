import * as z from 'zod';

/** A host that only this machine reaches. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** An origin and nothing more; plain http only where nobody can listen in. */
export const PublicUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== undefined && isSafe && url.pathname === '/' && url.search === '' && url.hash === '') return url.origin;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

/** A host and a port, to listen on or to call. */
export const Listen = z
  .string()
  .regex(/^(?:[A-Za-z0-9.-]+|\[[0-9a-f:]+\]):\d{1,5}$/)
  .transform((text) => ({
    host: text.slice(0, text.lastIndexOf(':')),
    port: Number(text.slice(text.lastIndexOf(':') + 1)),
  }))
  .refine(({ port }) => port <= 65_535);
