import { useFullSpeech } from '../look/words.ts';
import { PageTitle } from './page-title.tsx';
import { isSettingsPlace, settingsPlaces, type SettingsPlace } from './settings-places.ts';
import { useIsAdmin } from './use-is-admin.ts';

/** Settings: what an Admin sets for everybody, in one place. What only an Admin sees is named for everybody else as well. */
export function SettingsPage() {
  const { words } = useFullSpeech();
  const { settingsPage } = words.console;
  return (
    <>
      <PageTitle title={settingsPage.title} below={settingsPage.text} />
      <ul class="lkc-places">
        {Object.keys(settingsPlaces)
          .filter(isSettingsPlace)
          .map((name) => (
            <PlaceCard key={name} name={name} />
          ))}
      </ul>
    </>
  );
}

function PlaceCard({ name }: { readonly name: SettingsPlace }) {
  const { settingsPage } = useFullSpeech().words.console;
  const isAdmin = useIsAdmin();
  const { title, text } = settingsPage.places[name];
  const entry: { readonly place: string; readonly adminOnly?: true } = settingsPlaces[name];
  return (
    <li class="lk-card">
      <div class="lk-card__body">
        <h2>
          <a href={entry.place}>{title}</a>
        </h2>
        <p class="lk-soft">{text}</p>
        {entry.adminOnly === true && !isAdmin && <p class="lk-hint">{settingsPage.adminOnly}</p>}
      </div>
    </li>
  );
}
