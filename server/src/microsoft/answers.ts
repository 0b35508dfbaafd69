import type { Refused, Unreachable } from '@latchkey/shared/validation/observation';

/** `Retry-After` in seconds, whichever of its two forms it has; null when it is absent or unreadable. */
export function retryAfterSeconds(header: string | null | undefined, now: Date): number | null {
  if (header === null || header === undefined || header === '') return null;
  if (/^\d{1,6}$/.test(header)) return Number(header);
  // `Date.parse` makes a date of nearly anything; HTTP's ends in GMT.
  const at = header.endsWith('GMT') ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}

/**
 * An id or a name of Microsoft's, as it may be kept and shown; null when it looks like anything else. Whoever answers us could put there
 * what we sent: a token has dots or is longer, a secret has other characters.
 */
export const plainName = (text: string | null | undefined): string | null =>
  typeof text === 'string' && /^[\w-]{1,64}$/.test(text) ? text : null;

/** Throttling and faults at Microsoft say nothing about the connection. */
export const saysNothing = (status: number): boolean => status === 429 || status >= 500;

/** Nobody answered at all. */
export const notReached: Unreachable = {
  state: 'unreachable',
  status: null,
  retryAfterSeconds: null,
  requestId: null,
};

/** An answer that is not of the shape that Microsoft documents: nothing is concluded from it. */
export const malformed = (status: number, requestId: string | null): Refused => ({
  state: 'refused',
  status,
  code: 'answer_malformed',
  requestId,
});
