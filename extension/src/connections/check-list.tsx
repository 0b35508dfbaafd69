import type { Check } from '@latchkey/shared/validation/verdict';
import { fill } from '@latchkey/shared/words/fill';
import { useClock } from '../look/clock.ts';
import { Icon } from '../look/icon.tsx';
import { dayText } from '../look/moments.ts';
import { checkTones } from '../look/tones.ts';
import { useFullSpeech, type ExtensionWords, type Speech } from '../look/words.ts';

/** The checks one by one; what nobody needs here stands last. Those of a proof that is too old are nobody's green. */
export function CheckList({ checks, past }: { readonly checks: readonly Check[]; readonly past: boolean }) {
  const { words } = useFullSpeech();
  const needed = checks.filter(({ result }) => result !== 'skipped');
  const skipped = checks.filter(({ result }) => result === 'skipped');
  return (
    <ul class="lk-verdict__checks lk-checks" aria-label={words.proofs.checks}>
      {[...needed, ...skipped].map((check) => (
        <CheckLine key={check.id} check={check} past={past} />
      ))}
    </ul>
  );
}

function CheckLine({ check, past }: { readonly check: Check; readonly past: boolean }) {
  const { id, result, about } = check;
  const speech = useFullSpeech();
  const now = useClock().coarse.value;
  const { tone, icon } = checkTones[result];
  const sentence = speech.words.checks[id][result];
  const named = about.map((one) => nameOf(one, now, speech)).join(', ');
  return (
    <li class={`lk-check s-${past ? 'unknown' : tone}`}>
      <Icon name={icon} />
      <div>
        {fill(sentence, { about: named })}
        {named !== '' && !sentence.includes('{about}') && (
          <small>
            <bdi>{named}</bdi>
          </small>
        )}
      </div>
    </li>
  );
}

/** A day as people read it, a role by Microsoft's name; claim values and codes as they are. */
function nameOf(about: string, now: number, speech: Speech<ExtensionWords>): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(about)) return dayText(about, now, speech);
  const names: Readonly<Record<string, string>> = speech.words.directoryRoles;
  return (Object.hasOwn(names, about) ? names[about] : undefined) ?? about;
}
