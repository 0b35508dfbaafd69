import type { HttpContext } from '../http/context.ts';
import { startCookie } from '../invitations/cookies.ts';
import type { PageSubject } from '../invitations/page-facts.ts';
import type { Reads } from '../storage/store.ts';
import { holds } from './take-answer.ts';

/** Whether a browser made the newest start of an invitation: who came by a forwarded link did not. */
export const createStartOwnership =
  (reads: Reads) =>
  async (c: HttpContext, { invitation }: PageSubject): Promise<boolean> => {
    const start = await reads.starts.findLatest(invitation.id);
    return start !== undefined && holds(startCookie(c, start.id), start.cookieHash);
  };
