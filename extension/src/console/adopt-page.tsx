import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { plural } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Loaded } from '../look/loaded.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { download } from './download.ts';
import { Field } from './field.tsx';
import { FileField, Found, ListProgress } from './list-file.tsx';
import { PageTitle } from './page-title.tsx';
import { places } from './route.ts';
import { useLists } from './use-lists.ts';
import { nameOfProfile, useProfiles } from './use-profiles.ts';

/** Latchkey's own for an application; a provider's own is chosen. */
const usual = 'direct-routing-application';

/** Connections of consents that are there already, from one file: looked through, confirmed, proved tenant by tenant. */
export function AdoptPage() {
  const { words, tag } = useFullSpeech();
  const { api } = useSurroundings();
  const of = { ...words.console.importPage, ...words.console.adoptPage };
  const [profileId, setProfileId] = useState(usual);
  const adoptions = useLists({
    list: () => api.call('listAdoptions', {}),
    check: (csv) => api.call('checkAdoption', { body: { csv } }),
    start: (csv, idempotencyKey) => api.call('startAdoption', { body: { csv, profileId } }, { idempotencyKey }),
    cancel: (importId) => api.call('cancelAdoption', { params: { importId } }),
  });
  const mayWrite = useMayWrite();
  const { found, error } = adoptions;
  const latest = adoptions.latest.known.value.value ?? null;
  return (
    <>
      <PageTitle title={of.title} below={of.text} />
      {error !== null && <ErrorBanner error={error} />}
      {latest !== null && (
        <ListProgress
          of={of}
          one={latest}
          made={[
            plural(of.created, latest.created, tag),
            ...(latest.unproved === 0 ? [] : [plural(of.unproved, latest.unproved, tag)]),
            plural(of.refused, latest.refused, tag),
          ]}
          place={places.customers}
          onDownload={() => download(api.call('readAdoptionResult', { params: { importId: latest.id } }))}
          onCancel={() => adoptions.cancel(latest.id)}
        />
      )}
      <section class="lk-card">
        <div class="lk-card__body lkx-stack">
          <ProfileOfApplication chosen={profileId} off={!mayWrite} onChoose={setProfileId} />
          <FileField of={of} onFile={adoptions.check} />
          {!mayWrite && <span class="lk-hint">{words.popup.readOnly}</span>}
          {found !== null && <Found of={of} check={found.check} />}
          {found !== null && found.check.mistakes.length === 0 && (
            <div class="lk-actions">
              <Button kind="primary" onPress={() => adoptions.start(profileId)}>
                {plural(of.create, found.check.ready, tag)}
              </Button>
            </div>
          )}
        </div>
      </section>
    </>
  );
}

interface ChoiceProps {
  readonly chosen: string;
  readonly off: boolean;
  readonly onChoose: (profileId: string) => void;
}

/** Nobody signs in: what needs somebody's account cannot be adopted. */
function ProfileOfApplication({ chosen, off, onChoose }: ChoiceProps) {
  const { words } = useFullSpeech();
  const of = words.console.adoptPage;
  return (
    <Loaded of={useProfiles()}>
      {(all) => (
        <Field label={of.profile} hint={of.profileHint} fault={undefined}>
          {(control) => (
            <select
              {...control}
              class="lk-select"
              disabled={off}
              value={chosen}
              onChange={({ currentTarget }) => onChoose(currentTarget.value)}
            >
              {all
                .filter(({ profile }) => actsAs(profile) === 'application')
                .map(({ profile: { id } }) => (
                  <option key={id} value={id}>
                    {nameOfProfile(id, words)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
    </Loaded>
  );
}
