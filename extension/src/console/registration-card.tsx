import type { RegistrationFinding, RegistrationsView } from '@latchkey/shared/api/registrations';
import { fill } from '@latchkey/shared/words/fill';
import { Fact } from '../connections/connection-card.tsx';
import { CopyField } from '../look/copy-field.tsx';
import { Icon } from '../look/icon.tsx';
import { checkTones } from '../look/tones.ts';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';

interface CardProps {
  readonly registration: RegistrationsView['registrations'][number];
  readonly findings: readonly RegistrationFinding[];
}

/** One registration: its id, its addresses, and each thing that was looked at. */
export function RegistrationCard({ registration: { name, clientId, redirectUris }, findings }: CardProps) {
  const of = useFullSpeech().words.console.registrations;
  const { platform } = useSurroundings();
  const id = `registration-${name}`;
  return (
    <section class="lk-card" aria-labelledby={id}>
      <div class="lk-card__head">
        <h2 id={id}>{of.names[name]}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p class="lk-soft">{of.purposes[name]}</p>
        <dl class="lkc-facts">
          <Fact name={of.clientId}>
            <CopyField label={`${of.clientId}, ${of.names[name]}`} value={clientId} copy={platform.copy} />
          </Fact>
          {redirectUris.length > 0 && (
            <Fact name={of.redirectUris}>
              {redirectUris.map((uri) => (
                <div key={uri}>
                  <bdi>{uri}</bdi>
                </div>
              ))}
            </Fact>
          )}
        </dl>
        <ul class="lk-checks lkc-wide">
          {findings.map((finding) => (
            <FindingLine key={finding.check} finding={finding} />
          ))}
        </ul>
      </div>
    </section>
  );
}

const tones = {
  good: checkTones.passed,
  warning: checkTones.warning,
  bad: checkTones.failed,
  unknown: checkTones.unknown,
} as const satisfies Record<RegistrationFinding['standing'], unknown>;

function FindingLine({ finding }: { readonly finding: RegistrationFinding }) {
  const of = useFullSpeech().words.console.registrations;
  const { platform } = useSurroundings();
  const { standing, reason, mend, registration, check } = finding;
  const { tone, icon } = tones[standing];
  const { title, text } = of.checks[check];
  return (
    <li class={`lk-check s-${tone}`}>
      <Icon name={icon} />
      <div>
        <b>{of.standings[standing]}</b> · {title}
        {standing !== 'good' && (
          <>
            {reason !== null && <span class="sub">{of.reasons[reason]}</span>}
            {standing !== 'unknown' && <span class="sub">{text}</span>}
            <Values finding={finding} />
            {mend !== null && (
              <>
                <span class="sub">{of.mend}</span>
                <pre class="lkc-command" dir="ltr">
                  {mend}
                </pre>
                <CopyField
                  label={fill(of.copyMend, { check: `${of.names[registration]}, ${title}` })}
                  value={mend}
                  copy={platform.copy}
                />
              </>
            )}
          </>
        )}
      </div>
    </li>
  );
}

function Values({ finding: { expected, found, lacks, surplus } }: { readonly finding: RegistrationFinding }) {
  const of = useFullSpeech().words.console.registrations;
  const line = (name: string, values: readonly string[]) =>
    values.length > 0 && (
      <span class="sub">
        {name}: <bdi>{values.join(', ')}</bdi>
      </span>
    );
  return (
    <>
      {line(of.expected, expected)}
      {found === null ? line(of.found, [of.notRead]) : line(of.found, found.length === 0 ? [of.none] : found)}
      {line(of.lacks, lacks)}
      {line(of.surplus, surplus)}
    </>
  );
}
