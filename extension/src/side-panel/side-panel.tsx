import type { InvitationView } from '@latchkey/shared/api/invitations';
import { fill } from '@latchkey/shared/words/fill';
import { useEffect, useMemo } from 'preact/hooks';
import { OfflineBanner } from '../checklist/offline-banner.tsx';
import { openPending } from '../checklist/pending.ts';
import { useConsentDiff } from '../connections/consent-diff.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { Brand } from '../look/mark.tsx';
import { Empty, Waiting } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import { SignedOut } from '../session/signed-out.tsx';
import { useSurroundings } from '../session/surroundings.ts';
import { PasteError } from './paste-error.tsx';
import { Progress } from './progress-list.tsx';
import { usePanelInvitation } from './use-panel-invitation.ts';
import { Asked, Box, Tenant } from './what-microsoft-asks.tsx';

/** Beside Microsoft's sign-in: whose tenant, what will be asked, the box, how far it has come. */
export function SidePanel() {
  const { session, configuration } = useSurroundings();
  const now = session.current.value;
  useEffect(() => void configuration.refresh(), [now.state]);
  if (now.state === 'signed-in') return <Beside key={now.kept.session} session={now.kept.session} />;
  return (
    <main class="lk-panel">
      <header>
        <Brand />
      </header>
      <div class="lkx-fill">
        <SignedOut from="console" level={1} />
      </div>
    </main>
  );
}

function Beside({ session }: { readonly session: string }) {
  const surroundings = useSurroundings();
  const { words } = useFullSpeech();
  const { pending, end } = useMemo(() => {
    const ending = new AbortController();
    return { end: ending, pending: openPending(surroundings, ending.signal) };
  }, [session]);
  useEffect(() => () => end.abort(), [end]);
  const { id, known } = usePanelInvitation(pending);
  const { value, error } = known;
  const listRead = pending.list.known.value.at !== null;
  const offline = pending.list.known.value.error?.code === 'offline';
  return (
    <main class="lk-panel">
      <header>
        <Brand />
      </header>
      <OfflineBanner pending={pending} />
      {value !== undefined ? (
        <SignIn invitation={value} />
      ) : id === undefined && listRead ? (
        <Nobody />
      ) : error !== null && !offline ? (
        <section>
          <ErrorBanner error={error} />
        </section>
      ) : (
        !offline && (
          <section>
            <Waiting>{words.panel.reading}</Waiting>
          </section>
        )
      )}
    </main>
  );
}

function Nobody() {
  const { words } = useFullSpeech();
  const { platform } = useSurroundings();
  return (
    <div class="lkx-fill">
      <Empty title={words.panel.nobodyTitle} level={1}>
        <p>{words.panel.nobodyText}</p>
        <Button kind="primary" onPress={() => platform.openConsole('#/invitations')}>
          {words.popup.openTheConsole}
        </Button>
      </Empty>
    </div>
  );
}

function SignIn({ invitation }: { readonly invitation: InvitationView }) {
  const { words } = useFullSpeech();
  const diff = useConsentDiff(invitation.profile === null ? null : invitation.id);
  return (
    <>
      <h1 class="lkx-panel-title">{fill(words.panel.title, { customer: invitation.customer.fullName })}</h1>
      <Tenant invitation={invitation} />
      <Asked invitation={invitation} diff={diff} />
      <Box invitation={invitation} diff={diff} />
      <Progress invitation={invitation} />
      <PasteError invitation={invitation} />
    </>
  );
}
