import type { Endpoint } from './endpoint.ts';
import { closeGuestSession, openGuestSession } from './guest-session.ts';
import { checkGuide, readGuide, streamGuideChanges } from './guides.ts';

/** What guides are shown from, and what lets a guest in. */
export const guideEndpoints = {
  readGuide,
  checkGuide,
  streamGuideChanges,
  openGuestSession,
  closeGuestSession,
} as const satisfies Record<string, Endpoint>;
