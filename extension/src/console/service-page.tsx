import type { ServiceView } from '@latchkey/shared/api/services';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect } from 'preact/hooks';
import { Fact } from '../connections/connection-card.tsx';
import { Proof, VerdictChip } from '../connections/verdict-line.tsx';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import { useDesk } from './desk.ts';
import { Loaded } from '../look/loaded.tsx';
import { PageTitle } from './page-title.tsx';
import type { ServiceTab } from './route.ts';
import { ServiceTabs } from './service-tabs.tsx';
import { PermissionsTab, SettingsTab } from './settings-tab.tsx';
import { useService } from './use-service.ts';

/** A service: what it is, its M365 Settings, its permissions. */
export function ServicePage({ id, tab }: { readonly id: string; readonly tab: ServiceTab }) {
  const { words } = useFullSpeech();
  const { confirmation } = useDesk();
  const { service, latest } = useService(id);
  const name = service.known.value.value;
  // A confirmation speaks of this customer: it goes when the page does.
  useEffect(() => () => void (confirmation.value = null), []);
  return (
    <>
      <PageTitle title={name?.fullName ?? words.console.servicePage.overviewTitle} below={name?.shortName} />
      <ServiceTabs id={id} tab={tab} />
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`} tabIndex={-1}>
        <Loaded of={service}>
          {(value) => {
            if (tab === 'overview') return <Overview service={value} />;
            return tab === 'permissions' ? (
              <PermissionsTab service={value} latest={latest} refresh={service.refresh} />
            ) : (
              <SettingsTab service={value} latest={latest} refresh={service.refresh} />
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

function Overview({ service }: { readonly service: ServiceView }) {
  const speech = useFullSpeech();
  const { servicePage, serviceKinds, licenceTypes } = speech.words.console;
  const { now } = useClock();
  const verdict = service.connection?.verdict ?? null;
  return (
    <section class="lk-card" aria-labelledby="overview">
      <div class="lk-card__head">
        <h2 id="overview">{servicePage.overviewTitle}</h2>
        <span class="lkx-verdict-line">
          <VerdictChip verdict={verdict} />
          <Proof verdict={verdict} />
        </span>
      </div>
      <div class="lk-card__body">
        <dl class="lkc-facts">
          <Fact name={servicePage.fullName}>
            <bdi>{service.fullName}</bdi>
          </Fact>
          <Fact name={servicePage.shortName}>
            <bdi>{service.shortName}</bdi>
          </Fact>
          <Fact name={servicePage.kind}>{serviceKinds[service.kind]}</Fact>
          <Fact name={servicePage.licence}>{licenceTypes[service.licenceType]}</Fact>
          <Fact name={servicePage.users}>{new Intl.NumberFormat(speech.tag).format(service.licensedUsers)}</Fact>
          <Fact name={servicePage.added}>
            {fill(servicePage.addedBy, { time: momentText(service.addedAt, now(), speech), name: service.addedBy })}
          </Fact>
        </dl>
      </div>
    </section>
  );
}
