import type { Verdict } from './verdict.ts';

type Told = Pick<Verdict, 'verdict' | 'cause' | 'owner'>;

/** Whether two verdicts tell the same: only what differs is a change worth a line of history. */
export const isSame = (one: Told, other: Told): boolean =>
  one.verdict === other.verdict && one.cause === other.cause && one.owner === other.owner;
