import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import type { Validator } from '../connections/validator.ts';
import { ErrorBanner } from '../look/error-words.tsx';
import { Waiting } from '../look/states.tsx';
import { useLater } from '../look/use-later.ts';
import { useSpeech } from '../look/words.ts';
import { nameInAddress } from '../pages/name-in-address.ts';
import { CustomerCard } from './customer-card.tsx';
import type { Pending } from './pending.ts';
import { TenantLine } from './tenant-line.tsx';
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
  const onConsole = tab.onConsole.value;
  const { value, error } = tab.customer.known.value;
  const offline = pending.list.known.value.error?.code === 'offline';
  return (
    <section class="lk-popup__tab" aria-label={words.popup.thisTab}>
      {reference === undefined || (reference !== null && value === undefined && error === null) ? (
        <Waiting>{words.popup.looking}</Waiting>
      ) : reference === null ? (
        <NoTenant validator={validator} off={offline} />
      ) : value === undefined ? (
        !offline && error !== null ? (
          <ErrorBanner error={error} />
        ) : (
          <TenantLine title={words.popup.lookUpFailed} text={nameInAddress(reference)} />
        )
      ) : value === null ? (
        <NotYetACustomer reference={reference} off={offline} />
      ) : (
        <CustomerCard
          customer={value}
          validator={validator}
          off={offline}
          onValidate={() => tab.validate(value)}
          namedBy={reference.by}
        />
      )}
      {onConsole !== null && <onConsole.Offer address={onConsole.address} />}
      {tab.error.value !== null && <ErrorBanner error={tab.error.value} />}
    </section>
  );
}

/** Whoever opens the popup on a portal never meets the picker: it is loaded where it is needed. */
function NoTenant(props: { readonly validator: Validator; readonly off: boolean }) {
  const { words } = useSpeech();
  const picker = useLater(() => import('./customer-picker.tsx'));
  if (picker !== null) return <picker.CustomerPicker {...props} />;
  return <TenantLine title={words.popup.tenantUnknown} text={words.popup.tenantUnknownText} />;
}

/** Nor does whoever looks after customers meet what is offered for a tenant that is nobody's yet. */
function NotYetACustomer(props: { readonly reference: NamedCustomer; readonly off: boolean }) {
  const offer = useLater(() => import('./not-connected.tsx'));
  return offer === null ? null : <offer.NotACustomer {...props} />;
}
