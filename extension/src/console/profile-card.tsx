import type { ConnectionView } from '@latchkey/shared/api/connections';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { ProfileChange } from '../connections/consent-diff.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { places } from './route.ts';
import { nameOfProfile, useProfiles } from './use-profiles.ts';

/** By which profile the customer was asked, and the way to another one: nothing changes before the customer approves it. */
export function ProfileCard({ connection }: { readonly connection: ConnectionView }) {
  const { words } = useFullSpeech();
  const of = words.console.profiles.another;
  const { api } = useSurroundings();
  const mayWrite = useMayWrite();
  const profiles = useProfiles();
  const { id, version } = connection.profile;
  const [chosen, setChosen] = useState(id);
  const [made, setMade] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);
  const newest = profiles.known.value.value?.find(({ profile }) => profile.id === chosen)?.profile;
  const isOther = newest !== undefined && (chosen !== id || newest.version !== version);

  async function invite(): Promise<void> {
    const reply = await api.call('changeProfile', {
      params: { connectionId: connection.id },
      body: { profileId: chosen },
    });
    setError(reply.ok ? null : reply.error);
    setMade(reply.ok);
  }

  return (
    <section class="lk-card" aria-labelledby="profile">
      <div class="lk-card__head">
        <h2 id="profile">{of.title}</h2>
      </div>
      <div class="lk-card__body lkx-stack">
        <p>{fill(of.now, { profile: nameOfProfile(id, words), version: String(version) })}</p>
        {mayWrite && (
          <ProfileChoice
            profiles={profiles}
            method="invitation-link"
            chosen={chosen}
            off={made}
            onChoose={(next) => {
              setError(null);
              setChosen(next);
            }}
          />
        )}
        {mayWrite && isOther && !made && (
          <>
            <ProfileChange connectionId={connection.id} profileId={chosen} />
            <p class="lk-hint">{of.stays}</p>
            <div class="lk-actions">
              <Button onPress={invite}>{of.invite}</Button>
            </div>
          </>
        )}
        {error !== null && <ErrorBanner error={error} />}
        <p role="status">
          {made && (
            <>
              {of.made} <a href={places.invitations}>{words.console.approveAgain.toPending}</a>
            </>
          )}
        </p>
      </div>
    </section>
  );
}
