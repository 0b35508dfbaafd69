import { useEffect, useMemo } from 'preact/hooks';
import { createValidator } from '../connections/validator.ts';
import { Button } from '../look/button.tsx';
import { Icon } from '../look/icon.tsx';
import { Brand } from '../look/mark.tsx';
import { useLater } from '../look/use-later.ts';
import { useSpeech } from '../look/words.ts';
import { SignedOut } from '../session/signed-out.tsx';
import { useSurroundings } from '../session/surroundings.ts';
import { GuestOffer } from './guest-offer.tsx';
import { createInvitationActions } from './invitation-actions.ts';
import { openPending, type Pending } from './pending.ts';
import { PendingSection } from './pending-section.tsx';
import { TabCard } from './tab-card.tsx';
import { openTabTenant } from './tab-tenant.ts';

/** The popup of the toolbar button: the tenant of the open tab, and who must act. */
export function Popup() {
  const { session, configuration } = useSurroundings();
  const { words } = useSpeech();
  const now = session.current.value;
  useEffect(() => {
    if (now.state === 'signed-out') void configuration.refresh();
  }, [now.state]);
  if (now.state === 'signed-in') return <Checklist key={now.kept.session} session={now.kept.session} />;
  return (
    <main class="lk-popup">
      <PopupHead signedIn={false} />
      <GuestOffer />
      <div class="lkx-fill">
        <SignedOut from="popup" level={1} />
      </div>
      <footer>
        <span>{words.popup.invited}</span>
      </footer>
    </main>
  );
}

function PopupHead({ signedIn }: { readonly signedIn: boolean }) {
  const { words } = useSpeech();
  const { platform } = useSurroundings();
  return (
    <header>
      <Brand />
      <span class="lk-actions lkx-tight">
        {signedIn && (
          <>
            <Button kind="icon" label={words.popup.openPanel} onPress={() => platform.openPanel(null)}>
              <Icon name="panel" flips />
            </Button>
            <Button kind="icon" label={words.popup.openConsole} onPress={() => platform.openConsole('#/services')}>
              <Icon name="open" flips />
            </Button>
            <Button kind="icon" label={words.popup.errorDoctor} onPress={() => platform.openConsole('#/doctor')}>
              <Icon name="doctor" />
            </Button>
          </>
        )}
        <Button kind="icon" label={words.popup.settings} onPress={() => platform.openSettings()}>
          <Icon name="gear" />
        </Button>
      </span>
    </header>
  );
}

function WhenOffline({ pending }: { readonly pending: Pending }) {
  const isOffline = pending.list.known.value.error?.code === 'offline';
  const banner = useLater(() => import('./offline-banner.tsx'), isOffline);
  return isOffline && banner !== null ? <banner.OfflineBanner pending={pending} /> : null;
}

function Checklist({ session }: { readonly session: string }) {
  const surroundings = useSurroundings();
  const { words } = useSpeech();
  const { platform } = surroundings;
  const { end, pending, validator, tab, actions } = useMemo(() => {
    const ending = new AbortController();
    const list = openPending(surroundings, ending.signal);
    const validates = createValidator(surroundings);
    return {
      end: ending,
      pending: list,
      validator: validates,
      tab: openTabTenant(surroundings, list, validates, ending.signal),
      actions: createInvitationActions({
        surroundings,
        pending: list,
        validator: validates,
        goTo: platform.openConsole,
      }),
    };
  }, [session]);
  useEffect(() => () => end.abort(), [end]);
  return (
    <main class="lk-popup">
      <h1 class="lk-hidden">{words.popup.title}</h1>
      <PopupHead signedIn />
      <GuestOffer />
      <WhenOffline pending={pending} />
      <TabCard tab={tab} validator={validator} pending={pending} />
      <PendingSection pending={pending} actions={actions} validator={validator} />
    </main>
  );
}
