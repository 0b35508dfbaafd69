import { verdictNow } from '@latchkey/shared/validation/age';
import type { Cause, CheckId, Verdict } from '@latchkey/shared/validation/verdict';

export type Outcome =
  | { readonly kind: 'proved'; readonly atRisk: boolean }
  | { readonly kind: 'box_not_ticked' }
  | { readonly kind: 'settling'; readonly until: string }
  | { readonly kind: 'not_proved'; readonly cause: Cause };

/** Without each of these nothing is called proved, whatever the verdict says. */
const needed = ['token', 'tenant', 'permissions', 'live_read'] as const satisfies readonly CheckId[];

/** Which page a verdict is worth at `now`: the page of a proof asks for the proof once more. */
export function outcomeOf(verdict: Verdict, now: string): Outcome {
  const at = Date.parse(now);
  const name = verdictNow(verdict, at);
  if (name === 'unknown' && verdict.verdict !== 'unknown') return { kind: 'not_proved', cause: 'too_old' };
  if (name === 'working' || name === 'degraded')
    return isProved(verdict)
      ? { kind: 'proved', atRisk: name === 'degraded' }
      : { kind: 'not_proved', cause: 'never_validated' };
  if (name === 'settling' && verdict.settlingUntil !== null && at < Date.parse(verdict.settlingUntil))
    return { kind: 'settling', until: verdict.settlingUntil };
  if (name === 'action_needed' && verdict.cause === 'permission_one_person') return { kind: 'box_not_ticked' };
  return { kind: 'not_proved', cause: verdict.cause };
}

const isProved = ({ evidence, checks }: Verdict): boolean =>
  evidence === 'probe' && needed.every((id) => checks.some((check) => check.id === id && check.result === 'passed'));
