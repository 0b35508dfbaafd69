import type { InvitationView } from '@latchkey/shared/api/invitations';
import type { MethodPolicy } from '@latchkey/shared/api/policies';
import { keepsPassword, type Method } from '@latchkey/shared/invitations/method';
import type { ComponentChildren } from 'preact';
import { rowOf } from '../checklist/pending-row.ts';
import { useMayWrite } from '../checklist/row-button.tsx';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { FocusKept } from '../look/focus-kept.tsx';
import { Loaded } from '../look/loaded.tsx';
import { Waiting } from '../look/states.tsx';
import { useFullSpeech } from '../look/words.ts';
import type { Resource } from '../server-api/resource.ts';
import { MailCard } from './mail-card.tsx';
import { PageTitle } from './page-title.tsx';
import { AccountFields, AgreementFields } from './password-fields.tsx';
import { PasswordPreflight } from './password-preflight.tsx';
import { Preflight } from './preflight.tsx';
import { ProfileChoice } from './profile-choice.tsx';
import { StatusCard } from './status-card.tsx';
import { Steps } from './steps.tsx';
import { useInvitation } from './use-invitation.ts';
import { useMethodForm } from './use-method-form.ts';
import { usePolicies } from './use-policies.ts';
import { useProfiles } from './use-profiles.ts';

/** The five of the provider's manual; adopting existing consents needs no invitation and has a place of its own. */
const offered = [
  'invitation-link',
  'known-password',
  'service-account',
  'app-registration',
  'new-app-registration',
] as const satisfies readonly Method[];

/** How the connection is secured, and what will and will not work, before anything is sent. Of what has expired, it is renewed first. */
export function MethodPage({ id }: { readonly id: string }) {
  const { words } = useFullSpeech();
  const invitation = useInvitation(id);
  const policies = usePolicies();
  const profiles = useProfiles();
  const now = useClock().coarse.value;
  // Drawn before, the form would push its button from under the pointer when they come.
  const isKnown = [policies, profiles].every(isAnswered);
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
          <FocusKept label={words.console.methodPage.title}>
            {rowOf(value, now).standing.nextAction === 'renew' ? (
              <div class="lkc-wizard">
                <MailCard invitation={value} isOver onRenewed={invitation.refresh} />
                <StatusCard invitation={value} />
              </div>
            ) : isKnown ? (
              <MethodForm invitation={value} policies={policies.known.value.value?.methods ?? []} profiles={profiles} />
            ) : (
              <div role="status">
                <Waiting>{words.console.loading}</Waiting>
              </div>
            )}
          </FocusKept>
        )}
      </Loaded>
    </>
  );
}

/** Whatever the answer was: a form says beside its fields what could not be read. */
const isAnswered = ({ known }: Pick<Resource<unknown>, 'known'>): boolean =>
  known.value.value !== undefined || known.value.error !== null;

interface FormProps {
  readonly invitation: InvitationView;
  readonly policies: readonly MethodPolicy[];
  readonly profiles: ReturnType<typeof useProfiles>;
}

function MethodForm({ invitation, policies, profiles }: FormProps) {
  const { words } = useFullSpeech();
  const { methodPage } = words.console;
  const mayWrite = useMayWrite();
  const form = useMethodForm(invitation);
  const { chosen, profileId } = form;
  const profile = profiles.known.value.value?.find((one) => one.profile.id === profileId)?.profile;
  const customer = invitation.customer.fullName;
  // An invitation keeps the version by which it was made; only the newest is read here.
  const asked = [null, profile?.version].includes(invitation.profile?.version ?? null) ? profile : undefined;
  const isOn = (method: Method): boolean =>
    method === 'invitation-link' || policies.some((policy) => policy.method === method && policy.on);
  const policy = policies.find((one) => one.method === chosen);

  return (
    <div class="lkc-wizard">
      <form onSubmit={(event) => event.preventDefault()}>
        <fieldset class="lk-card lkc-methods">
          <legend class="lk-hidden">{methodPage.legend}</legend>
          {offered.map((method) => (
            <MethodChoice
              key={method}
              method={method}
              on={chosen === method}
              available={isOn(method)}
              off={!isOn(method) || (invitation.status !== 'draft' && chosen !== method)}
              onChoose={() => form.choose(method)}
            >
              {chosen === method && keepsPassword(method) && (
                <>
                  <AccountFields {...form} />
                  {!form.hasAgreed && <AgreementFields {...form} customer={customer} />}
                </>
              )}
            </MethodChoice>
          ))}
        </fieldset>
        <div class="lk-card lkc-profile">
          <div class="lk-card__body">
            <ProfileChoice
              profiles={profiles}
              method={chosen}
              chosen={form.profileId}
              off={invitation.status !== 'draft'}
              onChoose={form.chooseProfile}
            />
          </div>
        </div>
        {form.error !== null && <ErrorBanner error={form.error} />}
        <div class="lk-actions lkc-forward">
          <Button kind="primary" type="submit" off={!mayWrite} onPress={form.next}>
            {methodPage.next}
          </Button>
          {!mayWrite && <span class="lk-hint">{words.popup.readOnly}</span>}
        </div>
      </form>
      {policy !== undefined && keepsPassword(chosen) ? (
        <PasswordPreflight
          invitation={invitation}
          profile={asked}
          policy={policy}
          hasAgreed={form.hasAgreed}
          onUseLink={invitation.status === 'draft' ? () => form.choose('invitation-link') : undefined}
        />
      ) : (
        <Preflight
          invitation={invitation}
          profileId={invitation.status === 'draft' ? profileId : undefined}
          profile={asked}
        />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly method: Method;
  readonly on: boolean;
  readonly available: boolean;
  readonly off: boolean;
  readonly onChoose: () => void;
  /** What has to be typed for it, once it is chosen. */
  readonly children: ComponentChildren;
}

function MethodChoice({ method, on, available, off, onChoose, children }: ChoiceProps) {
  const { words } = useFullSpeech();
  const { title, text, unavailable } = words.methods[method];
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
        {children}
      </div>
      <span class="lkc-tag">{available ? tagOf(method, words) : words.console.methodPage.unavailable}</span>
    </div>
  );
}

const tagOf = (method: Method, { console, passwords }: ReturnType<typeof useFullSpeech>['words']): string =>
  keepsPassword(method) ? passwords.tag : console.methodPage.recommended;
