import type { Middleware } from './context.ts';

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** What holds unless a page says something stricter of its own. */
const unlessSaid: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cache-control': 'no-store',
};

/** Headers of every answer, errors included. */
export const securityHeaders =
  ({ isHttps }: { readonly isHttps: boolean }): Middleware =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value);
    for (const [name, value] of Object.entries(unlessSaid))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (isHttps) c.res.headers.set('strict-transport-security', 'max-age=31536000');
  };
