import { getCookie, setCookie } from 'hono/cookie';
import type { HttpContext } from '../http/context.ts';

/** `__Host-`: this host alone, over a safe line alone. Lax, because Microsoft's answer is a navigation from another site. */
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', prefix: 'host' } as const;
const visit = 'latchkey-invitation';
const start = (startId: string): string => `latchkey-start-${startId}`;

export const visitCookie = (c: HttpContext): string | undefined => getCookie(c, visit, 'host');
export const setVisitCookie = (c: HttpContext, value: string, maxAge: number): void =>
  setCookie(c, visit, value, { ...attributes, maxAge });

/** One cookie for each start: two windows do not take each other's answer away. */
export const startCookie = (c: HttpContext, startId: string): string | undefined =>
  getCookie(c, start(startId), 'host');
export const setStartCookie = (c: HttpContext, startId: string, value: string): void =>
  setCookie(c, start(startId), value, { ...attributes, maxAge: 30 * 60 });

/** Whether a form was sent from our own page. `Origin` says `null` under our referrer policy, so it cannot be asked. */
export const isFromOurPage = (c: HttpContext): boolean => c.req.header('sec-fetch-site') === 'same-origin';
