import { fill, plural } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { Chip, CutKey } from '../look/chip.tsx';
import { ClaimValue } from '../look/claim-value.tsx';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import type { PageGuide } from '../messaging/page-guide.ts';
import type { GuideCardProps } from './guide-card-props.ts';
import { findingTones, linesInOrder } from './permission-lines.ts';

/** The steps: passed in ink, proved in green, and the one that is to be done now with its words. */
export function GuideSteps(props: GuideCardProps) {
  const { guide, speech } = props;
  const words = speech.words.guide;
  const { steps } = guide;
  const at = steps.findIndex(({ state }) => state === 'now');
  const progress = at < 0 ? words.allProved : fill(words.progress, { number: at + 1, count: steps.length });
  return (
    <div class="lk-overlay__part">
      <div class="lko-line">
        <span>{progress}</span>
        <span class="lk-muted">{checkedText(props)}</span>
      </div>
      <div class="lk-bar" aria-hidden="true">
        {steps.map(({ id, state }) => (
          <i key={id} class={barClasses[state]} />
        ))}
      </div>
      <ol class="lk-steps">
        {steps.map((step, index) => (
          <Step key={step.id} {...props} step={step} number={index + 1} />
        ))}
      </ol>
      {at < 0 && <p class="lk-soft">{words.allProvedText}</p>}
    </div>
  );
}

function checkedText({ guide: { checkedAt, checking, tenant }, speech, now }: GuideCardProps): string {
  const words = speech.words.guide;
  if (tenant !== 'right') return '';
  if (checking) return words.checking;
  return checkedAt === null
    ? words.neverChecked
    : fill(words.checked, { time: momentText(checkedAt, now, speech, true) });
}

const barClasses = { proved: 'on', passed: 'passed', now: 'now', next: '' } as const;
const stepClasses = { proved: 'is-proved', passed: 'is-done', now: 'is-now', next: 'is-next' } as const;

interface StepProps extends GuideCardProps {
  readonly step: PageGuide['steps'][number];
  readonly number: number;
}

function Step({ step: { id, state }, number, ...props }: StepProps) {
  const { guide, speech, now } = props;
  const words = speech.words.guide;
  const { title } = words.steps[id];
  const { proof } = guide;
  return (
    <li class={`lk-step ${stepClasses[state]}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span class="lk-step__mark">{state === 'proved' ? <Icon name="check" /> : number}</span>
      <div>
        <h3>{title}</h3>
        {state === 'proved' && proof !== null && (
          <span class="lk-proof">
            <CutKey evidence={proof.evidence} />
            <span>
              {speech.words.evidence[proof.evidence]}
              <span class="lk-sep" />
              <time dir="auto" dateTime={proof.at}>
                {momentText(proof.at, now, speech, true)}
              </time>
            </span>
          </span>
        )}
        {state === 'now' && <Instruction {...props} id={id} />}
        {id === 'compare-permissions' && <Comparison {...props} />}
      </div>
    </li>
  );
}

function Instruction({ id, guide, speech, onGo }: GuideCardProps & { readonly id: StepProps['step']['id'] }) {
  const words = speech.words.guide;
  const isWay = id !== 'grant-admin-consent' && id !== 'compare-permissions';
  return (
    <>
      <p>{fill(words.steps[id].text, { provider: guide.provider ?? '' })}</p>
      {isWay && guide.mayGo && guide.tenant === 'right' && (
        <Button kind="primary" onPress={onGo}>
          {words.go}
        </Button>
      )}
      {guide.point !== null && guide.found === false && <p class="lk-muted">{words.noArrow}</p>}
      {!isWay && <p class="lk-muted">{words.ticksItself}</p>}
    </>
  );
}

/** Required against granted, from the server alone; what the page lists is beside it for whoever compares. */
function Comparison({ guide: { lines, tenant }, speech }: GuideCardProps) {
  const words = speech.words.guide;
  if (tenant !== 'right') return null;
  if (lines === null) return <p>{words.unread}</p>;
  const required = lines.filter((line) => line.required);
  const granted = required.filter(({ finding }) => finding === 'granted').length;
  const surplus = lines.filter(({ finding }) => finding === 'surplus').length;
  return (
    <>
      <p>
        {fill(words.granted, { granted, required: required.length })}
        {surplus > 0 && `, ${plural(words.surplus, surplus, speech.tag)}`}
      </p>
      <ul class="lko-permissions" aria-label={words.required}>
        {linesInOrder(lines).map(({ value, shown }) => (
          <li key={`${value} ${shown}`}>
            <ClaimValue value={value} />
            <Chip tone={findingTones[shown]} word={speech.words.findings[shown]} plain />
          </li>
        ))}
      </ul>
    </>
  );
}
