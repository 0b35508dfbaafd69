import type { RegistrationsView } from '@latchkey/shared/api/registrations';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useEffect, useMemo } from 'preact/hooks';
import { Fact } from '../connections/connection-card.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { CopyField } from '../look/copy-field.tsx';
import { Loaded } from '../look/loaded.tsx';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import { createResource } from '../server-api/resource.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { AdminOnly } from './admin-only.tsx';
import { CredentialCard } from './credential-card.tsx';
import { PageTitle } from './page-title.tsx';
import { RegistrationCard } from './registration-card.tsx';

/** Settings, Registration and clouds: what Microsoft says of the provider's own registrations, read when the page is opened. */
export function RegistrationsPage() {
  const { settingsPage, registrations } = useFullSpeech().words.console;
  return (
    <>
      <PageTitle title={settingsPage.places.registrations.title} below={registrations.text} />
      <AdminOnly>
        <CheckedRegistrations />
      </AdminOnly>
    </>
  );
}

function CheckedRegistrations() {
  const { registrations } = useFullSpeech().words.console;
  const { api, clock } = useSurroundings();
  const checked = useMemo(() => createResource(() => api.call('checkRegistrations', { body: {} }), clock.now), []);
  useEffect(() => void checked.refresh(), []);
  return (
    <Loaded of={checked}>
      {(view) => (
        <div class="lkc-stack">
          <div class="lk-actions">
            <Button onPress={checked.refresh}>{registrations.checkAgain}</Button>
            <Summary view={view} />
          </div>
          <CloudCard view={view} />
          <CredentialCard view={view} />
          {view.registrations.map((one) => (
            <RegistrationCard
              key={one.name}
              registration={one}
              findings={view.findings.filter(({ registration }) => registration === one.name)}
            />
          ))}
          <p class="lk-hint">{registrations.guide}</p>
        </div>
      )}
    </Loaded>
  );
}

function Summary({ view: { findings, checkedAt } }: { readonly view: RegistrationsView }) {
  const speech = useFullSpeech();
  const { registrations } = speech.words.console;
  const { now } = useClock();
  const counts = (['bad', 'unknown', 'warning', 'good'] as const).map((standing) =>
    plural(registrations.counts[standing], findings.filter((one) => one.standing === standing).length, speech.tag),
  );
  return (
    <span role="status">
      <b>{counts.join(' · ')}</b>{' '}
      <span class="lk-muted">
        {fill(registrations.checkedAt, { time: momentText(checkedAt, now(), speech, true) })}
      </span>
    </span>
  );
}

function CloudCard({ view: { cloud, tenantId } }: { readonly view: RegistrationsView }) {
  const of = useFullSpeech().words.console.registrations;
  const { platform } = useSurroundings();
  return (
    <section class="lk-card" aria-labelledby="cloud">
      <div class="lk-card__head">
        <h2 id="cloud">{fill(of.cloudNamed, { name: cloud.name })}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <dl class="lkc-facts">
          <Fact name={of.tenant}>
            <CopyField label={of.tenant} value={tenantId} copy={platform.copy} />
          </Fact>
          <Fact name={of.login}>
            <bdi>{cloud.login}</bdi>
          </Fact>
          <Fact name={of.graph}>
            <bdi>{cloud.graph}</bdi>
          </Fact>
          <Fact name={of.portal}>
            <bdi>{cloud.portal}</bdi>
          </Fact>
        </dl>
        <p class="lk-hint">{of.cloudOthers}</p>
      </div>
    </section>
  );
}
