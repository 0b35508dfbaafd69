import type { CustomerView } from '@latchkey/shared/api/customers';
import { fill } from '@latchkey/shared/words/fill';
import { Proof, VerdictChip } from '../connections/verdict-line.tsx';
import { Validating } from '../connections/validating.tsx';
import type { Validator } from '../connections/validator.ts';
import { readVerdict } from '../connections/verdict-view.ts';
import { Button } from '../look/button.tsx';
import { useClock } from '../look/clock.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { Icon } from '../look/icon.tsx';
import { Waiting } from '../look/states.tsx';
import { verdictTones, type Tone } from '../look/tones.ts';
import { useSpeech } from '../look/words.ts';
import { useSurroundings } from '../session/surroundings.ts';
import { CustomerPicker } from './customer-picker.tsx';
import type { Pending } from './pending.ts';
import { rowOf, statusWord } from './pending-row.ts';
import { useMayWrite } from './row-button.tsx';
import type { TabTenant } from './tab-tenant.ts';

interface TabCardProps {
  readonly tab: TabTenant;
  readonly validator: Validator;
  readonly pending: Pending;
}

/** On top of the popup: whose tenant the open tab is on, how its connection stands, and Validate. */
export function TabCard({ tab, validator, pending }: TabCardProps) {
  const { words } = useSpeech();
  const reference = tab.reference.value;
  const { value, error } = tab.customer.known.value;
  const offline = pending.list.known.value.error?.code === 'offline';
  return (
    <section class="lk-popup__tab" aria-label={words.popup.thisTab}>
      {reference === undefined || (typeof reference === 'string' && value === undefined && error === null) ? (
        <Waiting>{words.popup.looking}</Waiting>
      ) : reference === null ? (
        <CustomerPicker validator={validator} off={offline} />
      ) : value === undefined ? (
        !offline && error !== null ? (
          <ErrorBanner error={error} />
        ) : (
          <TenantLine title={words.popup.lookUpFailed} text={reference} />
        )
      ) : value === null ? (
        <NotACustomer reference={reference} off={offline} />
      ) : (
        <CustomerCard
          customer={value}
          validator={validator}
          off={offline}
          onValidate={() => tab.validate(value)}
          primary
        />
      )}
      {tab.error.value !== null && <ErrorBanner error={tab.error.value} />}
    </section>
  );
}

const noTone: Tone = { tone: 'unknown', icon: 'unknown' };

function TenantLine({
  title,
  text,
  tone = noTone,
}: {
  readonly title: string;
  readonly text: string;
  readonly tone?: Tone;
}) {
  return (
    <div class={`lk-tenant s-${tone.tone}`}>
      <Icon name={tone.icon} />
      <div>
        <b>{title}</b>
        <small>{text}</small>
      </div>
    </div>
  );
}

function NotACustomer({ reference, off }: { readonly reference: string; readonly off: boolean }) {
  const { words } = useSpeech();
  const { platform } = useSurroundings();
  const mayWrite = useMayWrite();
  return (
    <>
      <TenantLine title={words.popup.notACustomer} text={fill(words.popup.notACustomerText, { tenant: reference })} />
      {mayWrite && (
        <Button
          wide
          off={off}
          onPress={() =>
            platform.openConsole(`#/onboarding/direct-routing/new?tenant=${encodeURIComponent(reference)}`)
          }
        >
          {words.popup.addThisTenant}
        </Button>
      )}
    </>
  );
}

interface CustomerCardProps {
  readonly customer: CustomerView;
  readonly validator: Validator;
  readonly off: boolean;
  readonly primary?: boolean;
  readonly onValidate: () => Promise<void>;
}

/** A customer with its verdict, its proof, and Validate; the wait takes the button's place. */
export function CustomerCard({ customer, validator, off, primary = false, onValidate }: CustomerCardProps) {
  const { words } = useSpeech();
  const { coarse } = useClock();
  const { connection, fullName, domain } = customer;
  const verdict = connection?.verdict ?? null;
  const since = connection === null ? undefined : validator.running.value.get(connection.id);
  const where =
    domain === null
      ? fill(words.popup.onTenantOfWithId, { customer: fullName })
      : fill(words.popup.onTenantOf, { customer: fullName, domain });
  return (
    <>
      <TenantLine
        title={fullName}
        text={primary ? where : (domain ?? customer.tenantId)}
        tone={verdictTones[readVerdict(verdict, coarse.value).name]}
      />
      {connection === null ? (
        <NoConnection customer={customer} />
      ) : (
        <p class="lkx-verdict-line">
          <VerdictChip verdict={verdict} />
          <Proof verdict={verdict} />
        </p>
      )}
      <div role="status">{since !== undefined && <Validating since={since} />}</div>
      {connection !== null && since === undefined && (
        <Button kind="primary" wide off={off} onPress={onValidate}>
          {words.actions.validate}
          {primary && !off && (
            <span class="lk-kbd" aria-hidden="true">
              Alt+Shift+V
            </span>
          )}
        </Button>
      )}
    </>
  );
}

function NoConnection({ customer: { invitation } }: { readonly customer: CustomerView }) {
  const speech = useSpeech();
  const now = useClock().coarse.value;
  const { popup } = speech.words;
  const text =
    invitation === null
      ? popup.noInvitation
      : fill(popup.noConnectionText, { status: statusWord(rowOf(invitation, now), now, speech) });
  return (
    <p class="lkx-small lk-soft">
      <b>{popup.noConnection}</b>
      <span class="lk-sep" />
      {text}
    </p>
  );
}
