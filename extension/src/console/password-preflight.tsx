import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { MethodPolicy } from '@latchkey/shared/api/policies';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { fill } from '@latchkey/shared/words/fill';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import { Banner } from '../look/states.tsx';
import type { Tone } from '../look/tones.ts';
import { PreflightFacts } from './preflight-facts.tsx';
import { PreflightLine } from './preflight-line.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useDomainSignIn } from './use-domain-sign-in.ts';

interface PreflightProps {
  readonly invitation: InvitationView;
  readonly profile: PermissionProfile | undefined;
  readonly policy: MethodPolicy;
  readonly hasAgreed: boolean;
  /** Undefined where the method is chosen already: then the next page has the button. */
  readonly onUseLink: (() => void) | undefined;
}

const action: Tone = { tone: 'action', icon: 'action' };
const good: Tone = { tone: 'working', icon: 'working' };

/** Before a password is sent: what contradicts it, what is missing, and the way without one. */
export function PasswordPreflight({ invitation, profile, policy, hasAgreed, onUseLink }: PreflightProps) {
  const speech = useFullSpeech();
  const { now } = useClock();
  const { methodPage } = speech.words.console;
  const { preflight } = speech.words.passwords;
  const named = { customer: invitation.customer.fullName };
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
          <PreflightLine {...action} title={preflight.mfa} text={preflight.mfaText} />
          <WhoChecksIt domain={invitation.customer.domain} />
          {hasAgreed ? (
            <PreflightLine {...good} title={fill(preflight.agreed, named)} />
          ) : (
            <PreflightLine {...action} title={fill(preflight.notAgreed, named)} text={preflight.notAgreedText} />
          )}
          <PreflightLine tone="degraded" icon="degraded" title={preflight.standing} text={preflight.standingText} />
          {policy.method === 'service-account' && (
            <PreflightLine
              tone="unknown"
              icon="customer"
              title={fill(preflight.reviewer, named)}
              text={preflight.reviewerText}
            />
          )}
          <PreflightLine tone="unknown" icon="unknown" title={methodPage.accessTitle} text={methodPage.accessText} />
          <PreflightLine
            {...good}
            title={preflight.allowed}
            text={fill(preflight.allowedText, {
              name: policy.changedBy ?? '',
              date: policy.changedAt === null ? '' : momentText(policy.changedAt, now(), speech),
            })}
          />
          <PreflightFacts invitation={invitation} profile={profile} />
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

/** A password is checked by Microsoft, or by a service that a stored one does not reach. */
function WhoChecksIt({ domain }: { readonly domain: string | null }) {
  const { preflight } = useFullSpeech().words.passwords;
  const signIn = useDomainSignIn(domain);
  const named = { domain: domain ?? '' };
  if (signIn === 'managed')
    return <PreflightLine {...good} title={preflight.managed} text={fill(preflight.managedText, named)} />;
  if (signIn === 'federated')
    return <PreflightLine {...action} title={preflight.elsewhere} text={fill(preflight.elsewhereText, named)} />;
  return <PreflightLine tone="unknown" icon="unknown" title={preflight.federated} text={preflight.federatedText} />;
}
