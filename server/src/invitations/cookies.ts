import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { HttpContext } from '../http/context.ts';
import { ofInvitation } from '../invitation-pages/paths.ts';
import type { OpenedVisit } from './visit-service.ts';

/** `__Host-`: this host alone, over a safe line alone. Lax, because Microsoft's answer is a navigation from another site. */
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', prefix: 'host' } as const;
const visit = 'latchkey-invitation';
const start = (startId: string): string => `latchkey-start-${startId}`;

const visitTo = (invitationId: string): string => `${visit}-${invitationId}`;

/**
 * The visit to the invitation that is named, or that the address names; the newest of this browser where neither does. Two customers
 * in two tabs are two visits: what is pressed on the page of one is never about the other.
 */
export function visitCookie(c: HttpContext, invitationId = c.req.query(ofInvitation)): string | undefined {
  return getCookie(c, invitationId === undefined ? visit : visitTo(invitationId), 'host');
}

export function setVisitCookie(c: HttpContext, { cookie, maxAgeSeconds: maxAge, invitationId }: OpenedVisit): void {
  for (const name of tooMany(c)) deleteCookie(c, name, attributes);
  for (const name of [visit, visitTo(invitationId)]) setCookie(c, name, cookie, { ...attributes, maxAge });
}

/** A browser sends them all each time, and a request has only so much room: who opens link after link keeps the newest. */
const mostVisits = 20;

function tooMany(c: HttpContext): readonly string[] {
  const [host, prefix] = ['__Host-', visitTo('')];
  const sent = Object.keys(getCookie(c)).filter((name) => name.startsWith(`${host}${prefix}`));
  // An id begins with its time, so that the older sorts before the newer.
  const all = sent.map((name) => name.slice(host.length)).toSorted();
  return all.slice(0, Math.max(0, all.length - mostVisits + 1));
}

/** One cookie for each start: two windows do not take each other's answer away. */
export const startCookie = (c: HttpContext, startId: string): string | undefined =>
  getCookie(c, start(startId), 'host');
export const setStartCookie = (c: HttpContext, startId: string, value: string): void =>
  setCookie(c, start(startId), value, { ...attributes, maxAge: 30 * 60 });

/** What somebody chose to read in; it says nothing of who they are. */
const language = 'latchkey-language';
const rememberedSeconds = 90 * 86_400;

export const languageCookie = (c: HttpContext): string | undefined => getCookie(c, language, 'host');
export const setLanguageCookie = (c: HttpContext, value: string): void =>
  setCookie(c, language, value, { ...attributes, maxAge: rememberedSeconds });

/** Whether a form was sent from our own page. `Origin` says `null` under our referrer policy, so it cannot be asked. */
export const isFromOurPage = (c: HttpContext): boolean => c.req.header('sec-fetch-site') === 'same-origin';
