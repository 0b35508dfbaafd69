import type { MethodPolicy } from '@latchkey/shared/api/policies';
import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { momentText } from '../look/moments.ts';
import { Banner } from '../look/states.tsx';
import type { Tone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';

interface PreflightProps {
  readonly customer: string;
  readonly policy: MethodPolicy;
  readonly hasAgreed: boolean;
  /** Undefined where the method is chosen already: then the next page has the button. */
  readonly onUseLink: (() => void) | undefined;
}

const action: Tone = { tone: 'action', icon: 'action' };
const good: Tone = { tone: 'working', icon: 'working' };

/** Before a password is sent: what contradicts it, what is missing, and the way without one. */
export function PasswordPreflight({ customer, policy, hasAgreed, onUseLink }: PreflightProps) {
  const speech = useFullSpeech();
  const { now } = useClock();
  const { methodPage } = speech.words.console;
  const { preflight } = speech.words.passwords;
  const named = { customer };
  return (
    <section class="lk-card" aria-labelledby="preflight">
      <div class="lk-card__head">
        <h2 id="preflight">{methodPage.preflight}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <Banner tone={action} title={fill(preflight.banner, named)}>
          <p>{preflight.bannerText}</p>
        </Banner>
        <ul class="lk-checks lkc-wide">
          <Line tone={action} title={preflight.mfa} text={preflight.mfaText} />
          {hasAgreed ? (
            <Line tone={good} title={fill(preflight.agreed, named)} />
          ) : (
            <Line tone={action} title={fill(preflight.notAgreed, named)} text={preflight.notAgreedText} />
          )}
          <Line
            tone={{ tone: 'degraded', icon: 'degraded' }}
            title={preflight.standing}
            text={preflight.standingText}
          />
          {policy.method === 'service-account' && (
            <Line
              tone={{ tone: 'unknown', icon: 'customer' }}
              title={fill(preflight.reviewer, named)}
              text={preflight.reviewerText}
            />
          )}
          <Line
            tone={{ tone: 'unknown', icon: 'unknown' }}
            title={methodPage.accessTitle}
            text={methodPage.accessText}
          />
          <Line
            tone={good}
            title={preflight.allowed}
            text={fill(preflight.allowedText, {
              name: policy.changedBy ?? '',
              date: policy.changedAt === null ? '' : momentText(policy.changedAt, now(), speech),
            })}
          />
        </ul>
        <p>
          <b>{preflight.link}</b> <span class="lk-soft">{preflight.linkText}</span>
        </p>
        {onUseLink !== undefined && (
          <Button kind="primary" wide onPress={onUseLink}>
            {preflight.useLink}
          </Button>
        )}
      </div>
    </section>
  );
}

interface LineProps {
  readonly tone: Tone;
  readonly title: string;
  readonly text?: string;
}

function Line({ tone: { tone, icon }, title, text }: LineProps) {
  return (
    <li class={`lk-check s-${tone}`}>
      <Icon name={icon} />
      <div>
        {title}
        {text !== undefined && (
          <small>
            <bdi>{text}</bdi>
          </small>
        )}
      </div>
    </li>
  );
}
