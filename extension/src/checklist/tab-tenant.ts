import type { CustomerView } from '@latchkey/shared/api/customers';
import type { NamedCustomer } from '@latchkey/shared/provider-console/pattern';
import { signal, type ReadonlySignal } from '@preact/signals';
import { freshForMs, type Validator } from '../connections/validator.ts';
import { nameInAddress } from '../pages/name-in-address.ts';
import { tenantOfAddress } from '../pages/tenant-of-address.ts';
import type { ConsoleOffer } from '../provider-console/console-offer.tsx';
import type { ClientError } from '../server-api/client-error.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { providerConsole, savedTenants } from '../session/remembered.ts';
import type { Surroundings } from '../session/surroundings.ts';
import type { Pending } from './pending.ts';

interface OnConsole {
  readonly address: string;
  readonly Offer: typeof ConsoleOffer;
}

/** The customer that the address of the open tab names: by its tenant, or on the provider's console. */
export interface TabTenant {
  /** Null when the address names none; undefined until the tab was asked. */
  readonly reference: ReadonlySignal<NamedCustomer | null | undefined>;
  /** On the provider's own console: what there is only there, and where the tab is. */
  readonly onConsole: ReadonlySignal<OnConsole | null>;
  /** Our customer there; null when there is none. */
  readonly customer: Resource<CustomerView | null>;
  /** Why the last validation did not take place. */
  readonly error: ReadonlySignal<ClientError | null>;
  validate(customer: CustomerView): Promise<void>;
}

/**
 * Looks at the open tab, finds its customer, and validates: opening the popup is the one click. Not if the last validation is
 * under a minute old, and not if another page is at it.
 */
export function openTabTenant(
  surroundings: Surroundings,
  pending: Pending,
  validator: Validator,
  end: AbortSignal,
): TabTenant {
  const { api, clock, platform } = surroundings;
  const reference = signal<NamedCustomer | null | undefined>(undefined);
  const onConsole = signal<OnConsole | null>(null);
  const error = signal<ClientError | null>(null);
  const customer = createResource(async () => {
    const named = reference.peek();
    if (named === null || named === undefined) return { ok: true as const, value: null };
    const query = named.by === 'tenant' ? { tenant: named.tenant } : { shortName: named.shortName };
    const reply = await api.call('listCustomers', { query });
    if (!reply.ok) return reply;
    const found = reply.value.items[0] ?? null;
    await savedTenants.setValue({ ...(await savedTenants.getValue()), [nameInAddress(named)]: found });
    return { ok: true as const, value: found };
  }, clock.now);

  async function validate({ connection }: CustomerView): Promise<void> {
    if (connection === null) return;
    error.value = null;
    const reply = await validator.run(connection.id);
    if (reply === 'elsewhere') return;
    if (!reply.ok) error.value = reply.error;
    await customer.refresh();
  }

  /** On a portal the tenant; on the provider's own console whatever its adapter says, for which more is loaded. */
  async function customerAt(address: string): Promise<NamedCustomer | undefined> {
    const tenant = tenantOfAddress(address);
    if (tenant !== undefined) return { by: 'tenant', tenant };
    const console = await providerConsole.getValue();
    if (console === null || !URL.canParse(address) || new URL(address).origin !== console.origin) return undefined;
    const { readConsoleAddress, ConsoleOffer: Offer } = await import('../provider-console/in-popup.ts');
    const read = readConsoleAddress(console, address);
    if (read !== 'elsewhere') onConsole.value = { address, Offer };
    return typeof read === 'string' ? undefined : read;
  }

  async function open(): Promise<void> {
    const address = await platform.currentTab();
    const named = address === null ? undefined : await customerAt(address);
    reference.value = named ?? null;
    if (named === undefined) return;
    const saved = (await savedTenants.getValue())[nameInAddress(named)];
    if (saved !== undefined) customer.put(saved, clock.now(), true);
    await customer.refresh();
    const found = customer.known.peek();
    if (found.error !== null || end.aborted) return;
    const verdict = found.value?.connection?.verdict;
    const fresh = verdict !== null && verdict !== undefined && clock.now() - Date.parse(verdict.at) < freshForMs;
    if (found.value !== null && found.value !== undefined && !fresh) await validate(found.value);
  }
  void open();
  pending.listen((change) => {
    const { value } = customer.known.peek();
    const concerns = change.customerId !== null && (value?.id ?? change.customerId) === change.customerId;
    const named = reference.peek();
    if (concerns && named !== null && named !== undefined) void customer.refresh();
  }, end);
  return { reference, onConsole, customer, error, validate };
}
