import type { InvitationView } from '@latchkey/shared/api/invitations';
import { keepsPassword } from '@latchkey/shared/invitations/method';
import { move } from '@latchkey/shared/invitations/status';
import { fill } from '@latchkey/shared/words/fill';
import { useState } from 'preact/hooks';
import { rowOf } from '../checklist/pending-row.ts';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { FocusKept } from '../look/focus-kept.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { Loaded } from '../look/loaded.tsx';
import { PageTitle } from './page-title.tsx';
import { PasswordCard } from './password-card.tsx';
import { places } from './route.ts';
import { MailCard } from './mail-card.tsx';
import { SendLink } from './send-link.tsx';
import { StatusCard } from './status-card.tsx';
import { Steps } from './steps.tsx';
import { usePassword } from './use-password.ts';
import { useInvitation } from './use-invitation.ts';

/** "Click here to start the authentication process", or the link for the customer's administrator; and how it stands. */
export function StartPage({ id }: { readonly id: string }) {
  const { words } = useFullSpeech();
  const invitation = useInvitation(id);
  const customer = invitation.known.value.value?.customer;
  return (
    <>
      <PageTitle
        title={words.console.startPage.title}
        below={customer === undefined ? undefined : [customer.fullName, customer.domain].filter(Boolean).join(', ')}
      />
      <Steps now="authentication" />
      <Loaded of={invitation}>
        {(value) => (
          <div class="lkc-wizard">
            <FocusKept label={words.console.startPage.title} class="lkc-stack">
              <HowToStart invitation={value} />
            </FocusKept>
            <StatusCard invitation={value} />
          </div>
        )}
      </Loaded>
    </>
  );
}

/** By link, or with a password that has to be typed before "here" leads anywhere. */
function HowToStart({ invitation }: { readonly invitation: InvitationView }) {
  const { key, nextAction } = rowOf(invitation, useClock().coarse.value).standing;
  const isOver = nextAction === 'renew';
  // What was answered is not started again from here, and has a link only while somebody still has to approve for the organisation.
  const canStart = !isOver && move(invitation.status, 'start') !== undefined;
  if (canStart && keepsPassword(invitation.method)) return <StartWithPassword invitation={invitation} />;
  return (
    <>
      {nextAction === 'choose_method' && <ChooseFirst id={invitation.id} />}
      {canStart && <ClickHere invitation={invitation} />}
      {(canStart || key === 'box_not_ticked') && <SendLink invitation={invitation} />}
      {(canStart || isOver) && <MailCard invitation={invitation} isOver={isOver} />}
    </>
  );
}

/** Without a method there is nothing to start yet. */
function ChooseFirst({ id }: { readonly id: string }) {
  const { words } = useFullSpeech();
  return (
    <section class="lk-card">
      <div class="lk-card__body">
        <a class="lk-btn lk-btn--primary" href={places.method(id)}>
          {words.actions.choose_method}
        </a>
      </div>
    </section>
  );
}

function StartWithPassword({ invitation }: { readonly invitation: InvitationView }) {
  const { passwords } = useFullSpeech().words;
  const { api } = useSurroundings();
  const mayWrite = useMayWrite();
  const standing = usePassword(invitation.customer.id);
  const [error, setError] = useState<ClientError | null>(null);
  const { customer } = invitation;

  async function useLink(): Promise<void> {
    setError(null);
    const reply = await api.call('switchToLink', { params: { invitationId: invitation.id } });
    if (!reply.ok) setError(reply.error);
  }

  return (
    <>
      <PasswordCard customer={customer} standing={standing} mayTest={false} onUseLink={useLink} />
      {standing.known.value.value?.password != null && <ClickHere invitation={invitation} />}
      <section class="lk-card" aria-labelledby="use-link">
        <div class="lk-card__head">
          <h2 id="use-link">{passwords.preflight.useLink}</h2>
        </div>
        <div class="lk-card__body lkx-stack">
          <p>
            {passwords.preflight.link} {passwords.preflight.linkText}
          </p>
          {error !== null && <ErrorBanner error={error} />}
          <div class="lk-actions">
            <Button off={!mayWrite} onPress={useLink}>
              {passwords.card.useLink}
            </Button>
          </div>
        </div>
      </section>
    </>
  );
}

/** Only an address of the web is opened, whatever the server says. */
const isWebAddress = (url: string): boolean => ['https:', 'http:'].includes(new URL(url).protocol);

function ClickHere({ invitation }: { readonly invitation: InvitationView }) {
  const { words } = useFullSpeech();
  const { startPage } = words.console;
  const { api, platform } = useSurroundings();
  const mayWrite = useMayWrite();
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState(false);
  const [error, setError] = useState<ClientError | null>(null);

  async function open(event: MouseEvent): Promise<void> {
    // The rest of a double click counts for nothing, as with a button.
    const isMeant = !busy && event.detail < 2;
    // First of all: a side panel opens in the very moment of a press, or not at all.
    if (isMeant) platform.openPanel(invitation.id);
    event.preventDefault();
    if (!isMeant) return;
    setBusy(true);
    setError(null);
    const reply = await api.call('makeStartTicket', { params: { invitationId: invitation.id } });
    setBusy(false);
    if (!reply.ok) return setError(reply.error);
    if (!isWebAddress(reply.value.startPage)) return;
    setOpened(true);
    await platform.openTab(reply.value.startPage);
  }

  return (
    <section class="lk-card">
      <div class="lk-card__body lkx-stack">
        <p class="lkc-click">
          {startPage.clickBefore}
          {mayWrite ? (
            <a href={places.start(invitation.id)} aria-busy={busy} onClick={(event) => void open(event)}>
              {startPage.here}
            </a>
          ) : (
            startPage.here
          )}
          {startPage.clickAfter}
        </p>
        <p class="lk-soft">{fill(startPage.startText, { customer: invitation.customer.fullName })}</p>
        <p class="lk-soft">{startPage.tickBox}</p>
        <p role="status" class={opened ? 'lk-hint' : 'lk-hidden'}>
          {opened ? startPage.opened : ''}
        </p>
        {!mayWrite && <p class="lk-hint">{words.popup.readOnly}</p>}
        {error !== null && <ErrorBanner error={error} />}
      </div>
    </section>
  );
}
