import type { PermissionProfileView } from '@latchkey/shared/api/permissions';
import { fill, plural } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { momentText } from '../look/moments.ts';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { Loaded } from '../look/loaded.tsx';
import { PageTitle } from './page-title.tsx';
import { ProfileEditor } from './profile-editor.tsx';
import { draftOf, newDraft, type ProfileDraft } from './profile-form.ts';
import { useIsAdmin } from './use-is-admin.ts';
import { nameOfProfile, useProfiles } from './use-profiles.ts';

/** The permission profiles, in their newest versions. An Admin makes them; everybody sees what is asked for. */
export function ProfilesPage() {
  const { words } = useFullSpeech();
  const of = words.console.profiles;
  const { api } = useSurroundings();
  const isAdmin = useIsAdmin();
  const profiles = useProfiles();
  const { drafts } = useDesk();
  const [draft, setDraft] = useState<ProfileDraft | null>(isAdmin ? drafts.profile : null);
  const [saved, setSaved] = useState<string | null>(null);
  /** What is begun is found again behind Back, until it is saved or given up. */
  const put = (next: ProfileDraft | null): void => {
    drafts.profile = next;
    setDraft(next);
  };
  const begin = (next: ProfileDraft): void => {
    setSaved(null);
    put(next);
  };
  return (
    <>
      <PageTitle title={of.title} below={of.text} />
      <p role="status" class={saved === null ? 'lk-hidden' : undefined}>
        {saved}
      </p>
      <Loaded of={profiles}>
        {(all) =>
          draft === null ? (
            <div class="lkc-stack">
              {all.map((one) => (
                <ProfileCard key={one.profile.id} view={one} onBegin={isAdmin ? begin : undefined} />
              ))}
              <div class="lk-actions">
                {isAdmin ? (
                  <Button kind="primary" onPress={() => begin(newDraft(words.permissions))}>
                    {of.make}
                  </Button>
                ) : (
                  <span class="lk-hint">{of.adminOnly}</span>
                )}
              </div>
            </div>
          ) : (
            <ProfileEditor
              start={draft}
              taken={all.map(({ profile }) => profile.id)}
              onChange={(next) => (drafts.profile = next)}
              onCancel={() => put(null)}
              onSave={async (body) => {
                const reply = await api.call('savePermissionProfile', { body });
                if (!reply.ok) return reply.error;
                await profiles.refresh();
                const { id, version } = reply.value.profile;
                put(null);
                setSaved(fill(of.saved, { id, version: String(version) }));
                return null;
              }}
            />
          )
        }
      </Loaded>
    </>
  );
}

interface CardProps {
  readonly view: PermissionProfileView;
  readonly onBegin: ((draft: ProfileDraft) => void) | undefined;
}

function ProfileCard({ view: { profile, madeBy, madeAt }, onBegin }: CardProps) {
  const speech = useFullSpeech();
  const { words, tag } = speech;
  const of = words.console.profiles;
  const now = useClock().coarse.value;
  const { id, version, permissions } = profile;
  const name = nameOfProfile(id, words);
  const isOwn = madeBy !== null;
  const action = isOwn ? fill(of.change, { version: String(version + 1) }) : of.copy;
  return (
    <section class="lk-card" aria-labelledby={id}>
      <div class="lk-card__head">
        <h2 id={id}>{name}</h2>
        <span class="lkc-tag">{isOwn ? fill(of.version, { version: String(version) }) : of.ofLatchkey}</span>
      </div>
      <div class="lk-card__body lkx-stack">
        {isOwn && madeAt !== null && (
          <p class="lk-hint">
            {fill(of.madeBy, { version: String(version), name: madeBy, time: momentText(madeAt, now, speech) })}
          </p>
        )}
        <p>{plural(of.permissions, permissions.length, tag)}</p>
        <ul class="lkc-permissions">
          {permissions.map((one) => (
            <li key={`${one.resourceAppId} ${one.kind} ${one.value}`}>
              <span class="lk-mono" dir="ltr">
                {one.value}
              </span>{' '}
              <span class="lk-soft">
                {words.permissionTable.kinds[one.kind]}, {one.required ? words.permissionTable.isRequired : of.optional}
              </span>
            </li>
          ))}
        </ul>
        {onBegin !== undefined && (
          <div class="lk-actions">
            <Button
              label={fill(words.popup.rowAction, { action, customer: name })}
              onPress={() => onBegin(draftOf(profile, isOwn, words.permissions))}
            >
              {action}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
