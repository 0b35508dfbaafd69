import { precedence } from './precedence.ts';
import type { VerdictName } from './verdict.ts';

/** What a validation said, and until when it may be believed. */
interface Told {
  readonly at: string;
  readonly verdict: VerdictName;
  readonly validUntil: string;
}

/** From then on a connection read so, until the next stretch begins. */
export interface Stretch {
  readonly from: string;
  readonly verdict: VerdictName;
}

/**
 * How a connection read over time, oldest first, up to `now`: each validation is believed until the next one or until its time is over,
 * and then nothing is known. `told` may come in any order. Before the first validation there is nothing to say.
 */
export function stretchesOf(told: readonly Told[], now: number): readonly Stretch[] {
  const inOrder = told
    .filter(({ at }) => Date.parse(at) <= now)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const all = inOrder.flatMap(({ at, verdict, validUntil }, place): readonly Stretch[] => {
    const next = Date.parse(inOrder[place + 1]?.at ?? new Date(now).toISOString());
    const until = Date.parse(validUntil);
    // Also where the end cannot be read: what is not known to hold does not.
    if (!(until > Date.parse(at))) return [{ from: at, verdict: 'unknown' }];
    return until < next
      ? [
          { from: at, verdict },
          { from: validUntil, verdict: 'unknown' },
        ]
      : [{ from: at, verdict }];
  });
  return all.filter(({ verdict }, place) => verdict !== all[place - 1]?.verdict);
}

/**
 * The worst that was read on each day, and `unknown` for a day of which nothing is known. A day ends where the next one begins, the last
 * one at `now`. `starts`: when each day begins, in the reader's own zone, oldest first.
 */
export function worstOfDays(
  stretches: readonly Stretch[],
  starts: readonly number[],
  now: number,
): readonly VerdictName[] {
  return starts.map((start, place) => {
    const end = Math.min(starts[place + 1] ?? now, now);
    const read = stretches.filter(({ from }, which) => {
      const [began, next] = [Date.parse(from), stretches[which + 1]];
      const ended = next === undefined ? now : Date.parse(next.from);
      return began < end && (began >= start || ended > start);
    });
    return precedence.find((name) => read.some(({ verdict }) => verdict === name)) ?? 'unknown';
  });
}
