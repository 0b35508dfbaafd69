import { walkAdopted } from './adopted.ts';
import { walkInvited } from './invited.ts';
import { walkListed } from './listed.ts';
import type { Method, Walk } from './walker.ts';

const walks: Readonly<Record<Method, (here: Walk) => Promise<void>>> = {
  'invitation-link': walkInvited,
  'known-password': walkInvited,
  'service-account': walkInvited,
  'approved-again': walkInvited,
  mailed: walkInvited,
  expired: walkInvited,
  listed: walkListed,
  adopted: walkAdopted,
};

/** The whole line: whoever walks it looks again where they stand when no answer came. */
export const walk = (here: Walk): Promise<void> => walks[here.method](here);
