import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { HttpContext, Middleware } from './context.ts';
import type { Refuses } from './refuse.ts';

/** Calls a minute, for each caller of a kind. */
export interface RateLimits {
  /** Any call, for each address. */
  readonly address: number;
  /** Exchanging a token for a session, for each address. */
  readonly signIn: number;
  /** Showing a link, a typed code or a ticket: guesses, for each address. */
  readonly opening: number;
  /** Any call, for each operator, and for each invitation's guests. */
  readonly operator: number;
  /** Reading the grants back for the guide, for each invitation. */
  readonly guideCheck: number;
  /** Test mails, for each operator. */
  readonly testMail: number;
}

export const usualRateLimits: RateLimits = {
  address: 1_200,
  signIn: 30,
  opening: 60,
  operator: 600,
  guideCheck: 12,
  testMail: 5,
};

/** Says whether one more call is allowed. */
export type Allowance = (key: string) => Promise<boolean>;

/** Counts in this process: each instance allows as much. */
export function allowance(callsAMinute: number): Allowance {
  const limiter = new RateLimiterMemory({ points: callsAMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) return false;
      throw error;
    }
  };
}

/** Refuses an address that calls too often. */
export const limitByAddress = (callsAMinute: number, refuse: Refuses): Middleware => {
  const isAllowed = allowance(callsAMinute);
  return async (c: HttpContext, next) => {
    if (await isAllowed(c.get('address'))) return next();
    return refuse(c, 'too_many_requests');
  };
};
