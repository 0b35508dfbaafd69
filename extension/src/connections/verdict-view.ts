import type { Owner } from '@latchkey/shared/invitations/standing';
import { isAgeing, verdictNow } from '@latchkey/shared/validation/age';
import type { Cause, EvidenceLevel, VerdictName } from '@latchkey/shared/validation/verdict';
import { fill } from '@latchkey/shared/words/fill';
import { momentText } from '../look/moments.ts';
import type { CommonWords, SpeechOf } from '../look/words.ts';

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
  readonly settlingUntil: string | null;
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

/** What is said of a verdict in a word: not every surface carries all that stands around one. */
type VerdictSpeech = SpeechOf<'verdicts'> & {
  readonly words: { readonly proofs: Pick<CommonWords['proofs'], 'worked'> };
};

/** The verdict in a word or two. One that was good, past its time, says when that was. */
export function verdictWord(
  { name, cause }: Pick<VerdictNow, 'name' | 'cause'>,
  verdict: Pick<Judged, 'verdict' | 'at' | 'settlingUntil'> | null,
  now: number,
  speech: VerdictSpeech,
): string {
  if (verdict !== null && cause === 'too_old' && isGood(verdict.verdict))
    return fill(speech.words.proofs.worked, { time: momentText(verdict.at, now, speech) });
  const word = speech.words.verdicts[name];
  const until = name === 'settling' ? (verdict?.settlingUntil ?? null) : null;
  return until === null ? word : fill(word, { time: momentText(until, now, speech) });
}

const isGood = (verdict: VerdictName): boolean => verdict === 'working' || verdict === 'degraded';
