import type { HttpContext } from '../http/context.ts';
import { startCookie } from '../invitations/cookies.ts';
import { hashOf } from '../invitations/link.ts';
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

/** The invitation that a start was made for; undefined for a state that nobody gave out. */
export const createStartFinder =
  (reads: Reads) =>
  async (state: string): Promise<string | undefined> =>
    (await reads.starts.findByState(hashOf(state)))?.invitationId;
