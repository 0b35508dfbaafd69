import type { ConnectionView } from '@latchkey/shared/api/connections';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { ProfileChange } from '../connections/consent-diff.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { places } from './route.ts';
import { nameOfProfile, useProfiles } from './use-profiles.ts';
import { useReplacing } from './use-replacing.ts';

/** By which profile the customer was asked, and the way to another one: nothing changes before the customer approves it. */
export function ProfileCard({ connection }: { readonly connection: ConnectionView }) {
  const { words, tag } = useFullSpeech();
  const of = words.console.profiles.another;
  const { api } = useSurroundings();
  const mayWrite = useMayWrite();
  const profiles = useProfiles();
  const { id, version } = connection.profile;
  const [chosen, setChosen] = useState(id);
  const [made, setMade] = useState<{ readonly replaced: number } | null>(null);
  const newest = profiles.known.value.value?.find(({ profile }) => profile.id === chosen)?.profile;
  const isOther = newest !== undefined && (chosen !== id || newest.version !== version);

  const again = useReplacing({
    content: [connection.id, chosen],
    look: () =>
      api.call('readPendingBefore', { params: { connectionId: connection.id }, query: { profileId: chosen } }),
    invite: (body, options) =>
      api.call(
        'changeProfile',
        { params: { connectionId: connection.id }, body: { profileId: chosen, ...body } },
        options,
      ),
    onInvited: ({ replaced }) => setMade({ replaced }),
  });

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
            off={made !== null}
            onChoose={(next) => {
              again.forget();
              setChosen(next);
            }}
          />
        )}
        {mayWrite && isOther && made === null && (
          <>
            <ProfileChange connectionId={connection.id} profileId={chosen} />
            <p class="lk-hint">{of.stays}</p>
            <div class="lk-actions">
              <Button onPress={again.start}>{of.invite}</Button>
            </div>
          </>
        )}
        {again.asks ? (
          <ReplaceDialog count={1} error={again.error} onClose={again.stop} onInvite={again.invite} />
        ) : (
          again.error !== null && <ErrorBanner error={again.error} />
        )}
        <div role="status">
          {made !== null && (
            <>
              <p>
                {of.made} {made.replaced > 0 && plural(words.console.replacing.replaced, made.replaced, tag)}
              </p>
              <a href={places.invitations}>{words.console.approveAgain.toPending}</a>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
