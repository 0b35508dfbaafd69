import * as z from 'zod/mini';

export const fewestDays = 1;
export const mostDays = 90;

/** For how many days an invitation is good. */
export const InvitationDays = /* @__PURE__ */ z.int().check(z.minimum(fewestDays), z.maximum(mostDays));
