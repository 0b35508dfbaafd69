import type { CustomerView } from '@latchkey/shared/api/customers';
import { signal, type ReadonlySignal } from '@preact/signals';
import { freshForMs, type Validator } from '../connections/validator.ts';
import { tenantOfAddress } from '../pages/tenant-of-address.ts';
import type { ClientError } from '../server-api/client-error.ts';
import { createResource, type Resource } from '../server-api/resource.ts';
import { savedTenants } from '../session/remembered.ts';
import type { Surroundings } from '../session/surroundings.ts';
import type { Pending } from './pending.ts';

/** The tenant of the open tab, and whose it is. */
export interface TabTenant {
  /** Id or domain as the address names it; null when it names none; undefined until the tab was asked. */
  readonly reference: ReadonlySignal<string | null | undefined>;
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
  const reference = signal<string | null | undefined>(undefined);
  const error = signal<ClientError | null>(null);
  const customer = createResource(async () => {
    const tenant = reference.peek() ?? '';
    const reply = await api.call('listCustomers', { query: { tenant } });
    if (!reply.ok) return reply;
    const found = reply.value.items[0] ?? null;
    await savedTenants.setValue({ ...(await savedTenants.getValue()), [tenant]: found });
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

  async function open(): Promise<void> {
    const address = await platform.currentTab();
    const tenant = address === null ? undefined : tenantOfAddress(address);
    reference.value = tenant ?? null;
    if (tenant === undefined) return;
    const saved = (await savedTenants.getValue())[tenant];
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
    if (concerns && typeof reference.peek() === 'string') void customer.refresh();
  }, end);
  return { reference, customer, error, validate };
}
