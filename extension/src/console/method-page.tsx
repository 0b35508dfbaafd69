import { availableMethods, type Method } from '@latchkey/shared/invitations/method';
import type { InvitationView } from '@latchkey/shared/api/invitations';
import { useState } from 'preact/hooks';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { ErrorBanner } from '../look/error-words.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { useDesk } from './desk.ts';
import { Loaded } from './loaded.tsx';
import { PageTitle } from './page-title.tsx';
import { Preflight } from './preflight.tsx';
import { places } from './route.ts';
import { Steps } from './steps.tsx';
import { useInvitation } from './use-invitation.ts';

/** The five of the provider's manual; adopting existing consents needs no invitation and has a place of its own. */
const offered = [
  'invitation-link',
  'known-password',
  'service-account',
  'app-registration',
  'new-app-registration',
] as const satisfies readonly Method[];

const isAvailable = (method: Method): boolean => method === 'invitation-link';

/** How the connection is secured, and what will and will not work, before anything is sent. */
export function MethodPage({ id }: { readonly id: string }) {
  const { words } = useFullSpeech();
  const invitation = useInvitation(id);
  const customer = invitation.known.value.value?.customer;
  return (
    <>
      <PageTitle
        title={words.console.methodPage.title}
        below={customer === undefined ? undefined : [customer.fullName, customer.domain].filter(Boolean).join(', ')}
      />
      <Steps now="method" />
      <Loaded of={invitation}>
        {(value) => (
          <div class="lkc-wizard">
            <MethodForm invitation={value} />
            <Preflight invitation={value} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function MethodForm({ invitation }: { readonly invitation: InvitationView }) {
  const { words } = useFullSpeech();
  const { methodPage } = words.console;
  const { api } = useSurroundings();
  const { goTo, pending } = useDesk();
  const mayWrite = useMayWrite();
  const [chosen, setChosen] = useState<Method>(invitation.method ?? availableMethods[0]);
  const [error, setError] = useState<ClientError | null>(null);

  async function next(): Promise<void> {
    setError(null);
    // Chosen before: going on changes nothing.
    if (invitation.status !== 'draft') return goTo(places.start(invitation.id));
    const reply = await api.call('chooseMethod', { params: { invitationId: invitation.id }, body: { method: chosen } });
    if (!reply.ok) return setError(reply.error);
    void pending.list.refresh();
    goTo(places.start(invitation.id));
  }

  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <fieldset class="lk-card lkc-methods">
        <legend class="lk-hidden">{methodPage.legend}</legend>
        {offered.map((method) => (
          <MethodChoice
            key={method}
            method={method}
            on={chosen === method}
            off={!isAvailable(method) || (invitation.status !== 'draft' && chosen !== method)}
            onChoose={() => setChosen(method)}
          />
        ))}
      </fieldset>
      {error !== null && <ErrorBanner error={error} />}
      <div class="lk-actions lkc-forward">
        <Button kind="primary" type="submit" off={!mayWrite} onPress={next}>
          {methodPage.next}
        </Button>
        {!mayWrite && <span class="lk-hint">{words.popup.readOnly}</span>}
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly method: Method;
  readonly on: boolean;
  readonly off: boolean;
  readonly onChoose: () => void;
}

function MethodChoice({ method, on, off, onChoose }: ChoiceProps) {
  const { words } = useFullSpeech();
  const { title, text, unavailable } = words.methods[method];
  const available = isAvailable(method);
  return (
    <div class={on ? 'lk-radio is-on' : 'lk-radio'}>
      <input
        type="radio"
        name="method"
        id={method}
        value={method}
        checked={on}
        disabled={off}
        aria-describedby={`${method}-text`}
        onChange={onChoose}
      />
      <div>
        <label for={method}>{title}</label>
        <p id={`${method}-text`}>{available ? text : `${text} ${unavailable}`}</p>
      </div>
      <span class="lkc-tag">
        {available ? words.console.methodPage.recommended : words.console.methodPage.unavailable}
      </span>
    </div>
  );
}
