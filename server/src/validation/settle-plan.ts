import type { JudgeSettings } from '@latchkey/shared/validation/judge';
import type { Verdict } from '@latchkey/shared/validation/verdict';

/** The kind of work that looks again at a young consent; its subject is the connection. */
export const settleWork = 'settle';
/** The same for a consent that stands beside the connection until it is proved. */
export const candidateWork = 'settle_candidate';
export type LookWork = typeof settleWork | typeof candidateWork;

/** Seconds after the consent change at which it is looked at again; from then on each minute. */
const early = [2, 5, 10, 20, 30, 60];
const each = 60;

/**
 * When to look again, after `now`; undefined when the window has closed, or the verdict needs no second look. The last look is at the
 * end of the window: after it nothing is called settling any more.
 */
export function nextLook(
  verdict: Pick<Verdict, 'verdict' | 'cause'>,
  consentChangedAt: string | null,
  now: Date,
  { settlingMs }: Pick<JudgeSettings, 'settlingMs'>,
): Date | undefined {
  if (consentChangedAt === null || !isTooEarly(verdict)) return undefined;
  const changed = Date.parse(consentChangedAt);
  const end = changed + settlingMs;
  if (now.getTime() >= end) return undefined;
  const passed = (now.getTime() - changed) / 1000;
  const seconds = early.find((after) => after > passed) ?? (Math.floor(passed / each) + 1) * each;
  return new Date(Math.min(changed + seconds * 1000, end));
}

/** Settling, or not reached: neither says anything lasting of a consent that is minutes old. */
const isTooEarly = ({ verdict }: Pick<Verdict, 'verdict'>): boolean =>
  verdict === 'settling' || verdict === 'unreachable';
