import type { Owner } from '@latchkey/shared/invitations/standing';
import { isAgeing, verdictNow } from '@latchkey/shared/validation/age';
import type { Cause, EvidenceLevel, VerdictName } from '@latchkey/shared/validation/verdict';
import { fill } from '@latchkey/shared/words/fill';
import { momentText } from '../look/moments.ts';
import type { Speech } from '../look/words.ts';

/** A verdict as it reads now: past its time it is unknown and proves nothing, whatever it was. */
export interface VerdictNow {
  readonly name: VerdictName;
  readonly cause: Cause;
  readonly evidence: EvidenceLevel;
  readonly owner: Owner;
  readonly ageing: boolean;
}

interface Judged {
  readonly verdict: VerdictName;
  readonly cause: Cause;
  readonly evidence: EvidenceLevel;
  readonly owner: Owner;
  readonly at: string;
  readonly validUntil: string;
}

/** Whoever can look again must act: that is us. */
const unproved = { evidence: 'none', owner: 'provider', ageing: false } as const;

/** How `verdict` reads at `now`; without one, nobody has looked. */
export function readVerdict(verdict: Judged | null, now: number): VerdictNow {
  if (verdict === null) return { name: 'unknown', cause: 'never_validated', ...unproved };
  const name = verdictNow(verdict, now);
  if (name !== verdict.verdict) return { name, cause: 'too_old', ...unproved };
  const { cause, evidence, owner } = verdict;
  return { name, cause, evidence, owner, ageing: isAgeing(verdict, now) };
}

/** The verdict in a word or two. */
export function verdictWord(name: VerdictName, settlingUntil: string | null, now: number, speech: Speech): string {
  const word = speech.words.verdicts[name];
  return settlingUntil === null ? word : fill(word, { time: momentText(settlingUntil, now, speech) });
}
