import { fill } from '@latchkey/shared/words/fill';
import { errorWords } from '../look/error-words.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import { Banner } from '../look/states.tsx';
import { verdictTones, type Tone } from '../look/tones.ts';
import { useFullSpeech, type ExtensionWords, type Speech } from '../look/words.ts';
import type { ValidationOutcome } from '../connections/validation-outcome.ts';
import { useDesk } from './desk.ts';

/** The confirmation at the top: what the last validation came to, in the verdict's own words. Stays until it is closed. */
export function Confirmation() {
  const speech = useFullSpeech();
  const { now } = useClock();
  const { confirmation } = useDesk();
  const outcome = confirmation.value;
  const said = outcome === null ? null : sayOutcome(outcome, now(), speech);
  return (
    <div role="status" class="lkc-confirmation">
      {said !== null && (
        <Banner
          bar
          tone={said.tone}
          title={said.title}
          end={
            <Button kind="icon" label={speech.words.actions.close} onPress={() => void (confirmation.value = null)}>
              <Icon name="close" />
            </Button>
          }
        >
          <span>{said.text}</span>
        </Banner>
      )}
    </div>
  );
}

interface Said {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

function sayOutcome(outcome: ValidationOutcome, now: number, speech: Speech<ExtensionWords>): Said {
  const { words } = speech;
  const nothing: Tone = { tone: 'unreachable', icon: 'unreachable' };
  if (outcome.kind === 'elsewhere') return { tone: nothing, title: words.proofs.validatingElsewhere, text: '' };
  if (outcome.kind === 'not-validated') {
    const { title, nextStep } = errorWords(outcome.error, words);
    return { tone: nothing, title: `${words.console.banner.notValidated} ${title}`, text: nextStep };
  }
  const { verdict } = outcome.validation;
  const at = fill(words.console.banner.validatedAt, { time: momentText(verdict.at, now, speech, true) });
  const says = fill(words.console.banner[verdict.verdict], { customer: outcome.customer });
  const { text, nextStep } = words.causes[verdict.cause];
  const rest = verdict.verdict === 'working' ? `${words.evidence[verdict.evidence]}. ${text}` : `${text} ${nextStep}`;
  return { tone: verdictTones[verdict.verdict], title: `${at} ${says}`, text: rest };
}
