import type { Verdict, VerdictName } from './verdict.ts';

type Told = Pick<Verdict, 'verdict' | 'cause' | 'owner'>;

/** Whether two verdicts tell the same: only what differs is a change worth a line of history. */
export const isSame = (one: Told, other: Told): boolean =>
  one.verdict === other.verdict && one.cause === other.cause && one.owner === other.owner;

/** Verdicts that say nothing of the connection itself: nobody answered, or it is too early. */
export const saysNothing = (verdict: VerdictName): boolean => verdict === 'unreachable' || verdict === 'settling';

const dayMs = 86_400_000;
/** So many turns within a day are no longer two events, but one: it comes and goes. */
const fewestTurns = 3;

/**
 * Whether a connection comes and goes: within the day before `now` it turned at least three times between working (also at risk) and not
 * working. What says nothing is passed over. `changes` may come in any order.
 */
export function isFlapping(changes: readonly Pick<Verdict, 'verdict' | 'at'>[], now: number): boolean {
  const stated = changes
    .filter(({ verdict, at }) => !saysNothing(verdict) && now - Date.parse(at) <= dayMs && Date.parse(at) <= now)
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const turns = stated.filter(({ verdict }, place) => {
    const before = stated[place - 1];
    return before !== undefined && works(before.verdict) !== works(verdict);
  });
  return turns.length >= fewestTurns;
}

const works = (verdict: VerdictName): boolean => verdict === 'working' || verdict === 'degraded';
