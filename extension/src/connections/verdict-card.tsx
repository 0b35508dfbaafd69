import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { ComponentChildren } from 'preact';
import { useClock } from '../look/clock.ts';
import { CopyField } from '../look/copy-field.tsx';
import { Icon } from '../look/icon.tsx';
import { OwnerLine } from '../look/owner-line.tsx';
import { verdictTones } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { CheckList } from './check-list.tsx';
import { Proof } from './verdict-line.tsx';
import { readVerdict, verdictWord } from './verdict-view.ts';

interface VerdictCardProps {
  readonly verdict: Verdict | null;
  readonly copy: (text: string) => Promise<boolean>;
  /** The buttons, below the owner. */
  readonly children: ComponentChildren;
}

/** What is true of a connection: the word, how we know, how old, each check, who must act, and Microsoft's ids. */
export function VerdictCard({ verdict, copy, children }: VerdictCardProps) {
  const speech = useFullSpeech();
  const { words } = speech;
  const now = useClock().coarse.value;
  const read = readVerdict(verdict, now);
  const { tone, icon } = verdictTones[read.name];
  const { text, nextStep } = words.causes[read.cause];
  return (
    <article class={`lk-card lk-verdict s-${tone}`} aria-labelledby="verdict">
      <div class="lk-verdict__top">
        <Icon name={icon} />
        <h2 id="verdict">{verdictWord(read, verdict, now, speech)}</h2>
        <p>{text}</p>
        <Proof verdict={verdict} exact />
      </div>
      {verdict !== null && <CheckList checks={verdict.checks} past={read.cause === 'too_old'} />}
      <div class="lk-verdict__foot">
        <OwnerLine owner={read.owner} acts />
        {read.owner !== 'nobody' && <p class="lkx-small lk-soft">{nextStep}</p>}
        {verdict !== null && <Ids verdict={verdict} copy={copy} />}
        {children}
      </div>
    </article>
  );
}

function Ids({ verdict, copy }: { readonly verdict: Verdict; readonly copy: (text: string) => Promise<boolean> }) {
  const { words } = useFullSpeech();
  const ids = [
    [words.proofs.code, verdict.code],
    [words.proofs.correlationId, verdict.correlationId],
    [words.proofs.requestId, verdict.requestId],
  ] as const;
  return (
    <div class="lk-ids">
      {ids.map(
        ([label, value]) =>
          value !== null && (
            <>
              <span>{label}</span>
              <span class="lkc-copy">
                <CopyField label={label} value={value} copy={copy} />
              </span>
            </>
          ),
      )}
    </div>
  );
}
