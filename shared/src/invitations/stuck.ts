import type { Standing } from './standing.ts';

/** After so long without a move somebody should ask why. */
export const stuckAfterDays = 3;

const dayMs = 86_400_000;

/** Since when nothing must have moved for an invitation to be stuck, at `now` (milliseconds since the epoch). */
const stuckBefore = (now: number): number => now - stuckAfterDays * dayMs;

/** For how many days it has been waiting, where nobody has moved for so long that it stands out; null otherwise. */
export function stuckDays({ owner, since }: Pick<Standing, 'owner' | 'since'>, now: number): number | null {
  const from = Date.parse(since);
  return owner === 'nobody' || from > stuckBefore(now) ? null : Math.floor((now - from) / dayMs);
}
