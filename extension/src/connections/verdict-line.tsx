import { Chip, CutKey } from '../look/chip.tsx';
import { useClock } from '../look/clock.ts';
import { Age } from '../look/time.tsx';
import { verdictTones } from '../look/tones.ts';
import { useSpeech } from '../look/words.ts';
import { readVerdict, verdictWord } from './verdict-view.ts';

type Shown = Parameters<typeof readVerdict>[0];

/** The word, outlined where the proof ages. */
export function VerdictChip({ verdict }: { readonly verdict: Shown }) {
  const speech = useSpeech();
  const now = useClock().coarse.value;
  const read = readVerdict(verdict, now);
  const { name, ageing } = read;
  const word = verdictWord(read, verdict, now, speech);
  return <Chip tone={verdictTones[name]} word={word} ageing={ageing} />;
}

/** How we know, and how old that is. */
export function Proof({ verdict, exact = false }: { readonly verdict: Shown; readonly exact?: boolean }) {
  const { words } = useSpeech();
  const now = useClock().coarse.value;
  const { evidence } = readVerdict(verdict, now);
  return (
    <span class="lk-proof">
      <CutKey evidence={evidence} />
      <span>
        {verdict === null ? words.proofs.neverValidated : words.evidence[evidence]}
        {verdict !== null && (
          <>
            <span class="lk-sep" />
            <Age at={verdict.at} exact={exact} />
          </>
        )}
      </span>
    </span>
  );
}
