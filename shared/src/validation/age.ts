import type { Verdict, VerdictName } from './verdict.ts';

/** How a verdict reads at `now` (milliseconds since the epoch): past its time it is unknown, whatever it was. */
export const verdictNow = (verdict: Pick<Verdict, 'verdict' | 'validUntil'>, now: number): VerdictName =>
  now < Date.parse(verdict.validUntil) ? verdict.verdict : 'unknown';

/** A proof fades: after a day its chip is drawn outlined. */
export const isAgeing = (verdict: Pick<Verdict, 'at'>, now: number): boolean =>
  now - Date.parse(verdict.at) > 24 * 3_600_000;
