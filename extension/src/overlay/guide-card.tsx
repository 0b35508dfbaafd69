import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import type { PageGuide } from '../messaging/page-guide.ts';
import { Card } from './card.tsx';
import type { GuideCardProps } from './guide-card-props.ts';
import { GuideSteps } from './guide-steps.tsx';
import { StatePart } from './part.tsx';
import type { OverlaySpeech } from './words.ts';

/** Where a person is, in a line: what the pill says, and what is announced when it changes. */
function standingText({ steps, tenant, proof }: PageGuide, { words: { guide } }: OverlaySpeech): string {
  if (tenant === 'other') return guide.tenants.other.title;
  const at = steps.findIndex(({ state }) => state === 'now');
  const step = steps[at];
  if (step === undefined) return proof === null ? guide.titleUnknown : guide.allProved;
  return `${fill(guide.progress, { number: at + 1, count: steps.length })}: ${guide.steps[step.id].title}`;
}

/** The card of the guide "Check the permissions". */
export function GuideCard(props: GuideCardProps) {
  const { guide, speech, onGo, onClose, onPlace } = props;
  const words = speech.words.guide;
  const { provider, tenant, situation, domain, mayGo, corner, near, small } = guide;
  const standing = standingText(guide, speech);
  const announced = guide.complete ? `${words.complete.title}. ${standing}` : standing;
  const { title, text } = words.situations[situation === 'known' ? 'reading' : situation];
  const right = words.tenants.right;
  return (
    <Card
      labels={words}
      {...{ speech, corner, near, small, onPlace, onClose }}
      title={provider === null ? words.titleUnknown : fill(words.title, { provider })}
      announcement={situation === 'known' || situation === 'reading' ? announced : title}
      pill={<span>{standing}</span>}
      footer={<Footer {...props} />}
    >
      {situation !== 'known' && <StatePart tone="unreachable" icon="unreachable" title={title} text={text} />}
      {tenant === 'right' && (
        <StatePart
          tone="working"
          icon="working"
          title={right.title}
          text={domain === null ? right.textNoDomain : fill(right.text, { domain })}
        />
      )}
      {guide.complete && <Complete {...props} />}
      {(tenant === 'other' || tenant === 'unnamed') && (
        <StatePart
          {...words.tenants[tenant]}
          tone={tenant === 'other' ? 'action' : 'unknown'}
          icon={tenant === 'other' ? 'action' : 'unknown'}
        >
          {mayGo && (
            <Button kind="primary" wide onPress={onGo}>
              <Icon name="open" flips />
              {words.goToRightTenant}
            </Button>
          )}
        </StatePart>
      )}
      {guide.steps.length > 0 && <GuideSteps {...props} />}
    </Card>
  );
}

/** Said in the same words as in the popup and the console, as soon as the server has proved it. */
function Complete({ guide: { proof }, speech, now }: GuideCardProps) {
  const { title, text } = speech.words.guide.complete;
  const time = proof === null ? '' : momentText(proof.at, now, speech, true);
  return <StatePart tone="working" icon="check" title={title} text={fill(text, { time })} />;
}

function Footer({ guide, speech, onCheck }: GuideCardProps) {
  const words = speech.words.guide;
  if (guide.tenant === 'other') return <span>{words.stepsReturn}</span>;
  if (guide.tenant !== 'right') return <span>{words.onlyProof}</span>;
  return (
    <>
      <span>{words.onlyProof}</span>
      <Button kind="quiet" onPress={onCheck}>
        <Icon name="refresh" />
        {words.check}
      </Button>
    </>
  );
}
