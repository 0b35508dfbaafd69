import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { fill } from '@latchkey/shared/words/fill';
import { useFullSpeech } from '../look/words.ts';
import { expiryDay, weekdayText } from './expiry-day.ts';
import { PreflightLine } from './preflight-line.tsx';

interface FactsProps {
  readonly invitation: InvitationView;
  /** What will be asked for; undefined while it is being read. */
  readonly profile: PermissionProfile | undefined;
}

/** What is so whatever the method: when it ends, against the week, and which services must be there, which nobody can see yet. */
export function PreflightFacts({ invitation: { customer, expiresAt }, profile }: FactsProps) {
  const speech = useFullSpeech();
  const { methodPage: of, profiles } = speech.words.console;
  const { lastWorkday } = expiryDay(expiresAt);
  const day = weekdayText(expiresAt, speech.tag);
  const known: Readonly<Record<string, string>> = profiles.resources;
  const services = [...new Set(profile?.permissions.map(({ resourceAppId }) => resourceAppId))].map(
    (id) => known[id] ?? id,
  );
  return (
    <>
      {lastWorkday === null ? (
        <PreflightLine icon="check" title={fill(of.endsTitle, { day })} text={of.endsText} />
      ) : (
        <PreflightLine
          tone="degraded"
          icon="degraded"
          title={fill(of.endsTitle, { day })}
          text={fill(of.endsWeekend, { before: weekdayText(lastWorkday, speech.tag) })}
        />
      )}
      {services.length > 0 && (
        <PreflightLine
          icon="unknown"
          title={fill(of.servicesTitle, { services: new Intl.ListFormat(speech.tag).format(services) })}
          text={fill(of.servicesText, { customer: customer.fullName })}
        />
      )}
    </>
  );
}
