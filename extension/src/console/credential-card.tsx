import type { RegistrationsView } from '@latchkey/shared/api/registrations';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { dayText } from '../look/moments.ts';
import { checkTones } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';

const dayMs = 24 * 3_600_000;
const soonDays = 30;

/** When the consent app's secret or certificate ends: by what Microsoft says of it, or else by what the deployment was told. */
export function CredentialCard({ view: { credential, findings } }: { readonly view: RegistrationsView }) {
  const speech = useFullSpeech();
  const of = speech.words.console.registrations;
  const now = useClock().coarse.value;
  const read = findings.find(({ check }) => check === 'credential');
  const endsAt = read?.endsAt ?? credential.endsAt;
  const days = endsAt === null ? null : Math.floor((Date.parse(endsAt) - now) / dayMs);
  const result = standingOf(days, read?.standing);
  const { tone, icon } = checkTones[result];
  return (
    <section class="lk-card" aria-labelledby="credential">
      <div class="lk-card__head">
        <h2 id="credential">{of.credential}</h2>
        <span class="lkc-tag">{of.kinds[credential.kind]}</span>
      </div>
      <div class="lk-card__body">
        <p class={`lk-check s-${tone}`}>
          <Icon name={icon} />
          <span>
            {endsAt === null || days === null ? (
              of.endsUnknown
            ) : (
              <>
                <b>{days < 0 ? of.ended : plural(of.daysLeft, days, speech.tag)}</b>{' '}
                {fill(of.ends, { time: dayText(endsAt, now, speech) })} {days >= 0 && days < soonDays && of.endsSoon}
              </>
            )}
          </span>
        </p>
      </div>
    </section>
  );
}

/** An end that is only believed, because nobody read it, is not good. */
function standingOf(days: number | null, read: string | undefined): keyof typeof checkTones {
  if (read === 'bad' || (days !== null && days < 0)) return 'failed';
  if (days !== null && days < soonDays) return 'warning';
  return read === 'good' ? 'passed' : 'unknown';
}
