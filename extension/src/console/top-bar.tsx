import { fill } from '@latchkey/shared/words/fill';
import { Brand } from '../look/mark.tsx';
import { Button } from '../look/button.tsx';
import { Icon } from '../look/icon.tsx';
import { useFullSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useSignOut } from '../session/sign-out.ts';
import { places } from './route.ts';

/** Whose Latchkey this is, who is signed in, and the way out. */
export function TopBar() {
  const { words } = useFullSpeech();
  const { session, configuration, platform } = useSurroundings();
  const signOut = useSignOut();
  const now = session.current.value;
  return (
    <header class="lkc-top">
      <Brand />
      <span class="lk-muted lkc-provider">
        <bdi>{configuration.known.value.value?.providerName}</bdi>
      </span>
      {now.state === 'signed-in' && (
        <span class="lkc-who">
          <bdi>
            {fill(words.console.who, {
              name: now.kept.view.operator.name,
              role: words.console.roles[now.kept.view.operator.role],
            })}
          </bdi>
        </span>
      )}
      <span class="lk-actions lkx-tight">
        {now.state === 'signed-in' && (
          <a class="lk-btn lk-btn--quiet" href={places.doctor}>
            <Icon name="doctor" />
            {words.doctor.title}
          </a>
        )}
        {now.state === 'signed-in' && (
          <Button kind="quiet" onPress={signOut}>
            {words.actions.signOut}
          </Button>
        )}
        <Button kind="icon" label={words.console.extensionSettings} onPress={() => platform.openSettings()}>
          <Icon name="gear" />
        </Button>
      </span>
    </header>
  );
}
