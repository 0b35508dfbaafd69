import type { PasswordOutcome, PasswordView } from '@latchkey/shared/api/passwords';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { Banner } from '../look/states.tsx';
import { Moment } from '../look/time.tsx';
import type { Tone } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';

interface OutcomeProps {
  readonly tried: NonNullable<PasswordView['lastTry']>;
  readonly onUseLink: (() => Promise<void>) | undefined;
}

/** What a link can do and a password cannot. */
const linkHelps: readonly PasswordOutcome[] = ['mfa_required', 'blocked', 'locked', 'expired', 'wrong'];

/** What the last try came to, and the one thing to do now: by the link in one click, where a password is not enough. */
export function PasswordOutcomeBanner({ tried: { outcome, at, aadsts, correlationId }, onUseLink }: OutcomeProps) {
  const { words } = useFullSpeech();
  const mayWrite = useMayWrite();
  const { title, nextStep } = words.passwords.outcomes[outcome];
  return (
    <Banner tone={toneOf(outcome)} title={title} role="status">
      <p>{nextStep}</p>
      <p class="lk-hint">
        <Moment at={at} seconds /> {aadsts !== null && <bdi class="lk-mono">AADSTS{aadsts}</bdi>}{' '}
        {correlationId !== null && <bdi class="lk-mono">{correlationId}</bdi>}
      </p>
      {onUseLink !== undefined && mayWrite && linkHelps.includes(outcome) && (
        <Button kind={outcome === 'mfa_required' ? 'primary' : 'quiet'} onPress={onUseLink}>
          {words.passwords.card.useLink}
        </Button>
      )}
    </Banner>
  );
}

function toneOf(outcome: PasswordOutcome): Tone {
  if (outcome === 'proved') return { tone: 'working', icon: 'working' };
  if (outcome === 'unreachable') return { tone: 'unreachable', icon: 'unreachable' };
  return outcome === 'blocked' ? { tone: 'blocked', icon: 'blocked' } : { tone: 'action', icon: 'action' };
}
