import type { CustomerView } from '@latchkey/shared/api/customers';
import type { OperatorRole } from '@latchkey/shared/api/endpoint';
import { readShortName, shortNameKey } from '@latchkey/shared/customers/short-name';
import { readTenantReference } from '@latchkey/shared/customers/tenant-reference';
import { err, ok, type Result } from '@latchkey/shared/result';
import { connectionView, type ConnectionViewSettings } from '../connections/connection-view.ts';
import { asSeen, invitationView } from '../invitations/invitation-view.ts';
import type { NameCursor } from '../storage/page.ts';
import type { Reads } from '../storage/store.ts';
import { customerNameKey, type Customer } from './customer-repository.ts';

interface CustomerList {
  readonly items: CustomerView[];
  readonly next: string | null;
  readonly total: number;
}

type ListFault = 'tenant_reference_invalid' | 'request_invalid';

export interface ReadsCustomers {
  list(
    page: Readonly<Record<'tenant' | 'shortName' | 'before', string | undefined>>,
    role: OperatorRole,
  ): Promise<Result<CustomerList, ListFault>>;
  read(id: string, role: OperatorRole): Promise<Result<CustomerView, 'customer_not_found'>>;
}

const pageSize = 50;

export function createCustomerReader(reads: Reads, settings: ConnectionViewSettings): ReadsCustomers {
  const views = (customers: readonly Customer[], role: OperatorRole) => customerViews(reads, settings, customers, role);
  return {
    async list({ tenant, shortName, before }, role) {
      if (tenant !== undefined || shortName !== undefined) {
        const found = tenant === undefined ? await ofShortName(reads, shortName ?? '') : await ofTenant(reads, tenant);
        if (!found.ok) return found;
        return ok({ items: await views(found.value, role), next: null, total: found.value.length });
      }
      const after = before === undefined ? null : await placeOf(reads, before);
      if (after === undefined) return err('request_invalid');
      const [page, total] = await Promise.all([
        reads.customers.list({ after, limit: pageSize }),
        reads.customers.count(),
      ]);
      const last = page.length < pageSize ? undefined : page.at(-1);
      return ok({ items: await views(page, role), next: last?.id ?? null, total });
    },
    async read(id, role) {
      const found = await reads.customers.find(id);
      const [view] = found === undefined ? [] : await views([found], role);
      return view === undefined ? err('customer_not_found') : ok(view);
    },
  };
}

/** The customer of a tenant: one or none. */
async function ofTenant(reads: Reads, text: string): Promise<Result<readonly Customer[], 'tenant_reference_invalid'>> {
  const reference = readTenantReference(text);
  if (!reference.ok) return reference;
  const found =
    reference.value.kind === 'id'
      ? await reads.customers.findByTenant(reference.value.id)
      : await reads.customers.findByDomain(reference.value.domain);
  return ok(found === undefined ? [] : [found]);
}

/** The customer whose order holds a short name: one or none. A name that nobody could have is nobody's. */
async function ofShortName(reads: Reads, text: string): Promise<Result<readonly Customer[], never>> {
  const name = readShortName(text);
  const order = name.ok ? await orderOf(reads, shortNameKey(name.value)) : undefined;
  const found = order === undefined ? undefined : await reads.customers.find(order.customerId);
  return ok(found === undefined ? [] : [found]);
}

/** Whatever holds a short name: an invitation, or the service of a consent that was adopted. */
async function orderOf(reads: Reads, key: string): Promise<{ readonly customerId: string } | undefined> {
  const holder = await reads.shortNames.holderOf(key);
  if (holder === undefined) return undefined;
  return holder === null ? reads.services.findByShortName(key) : reads.invitations.find(holder);
}

/** The page before ended with this customer. A name can be longer than an address may be, so the id stands for it. */
async function placeOf(reads: Reads, id: string): Promise<NameCursor | undefined> {
  const last = await reads.customers.find(id);
  return last === undefined ? undefined : { name: customerNameKey(last.fullName), id };
}

async function customerViews(
  reads: Reads,
  settings: ConnectionViewSettings,
  customers: readonly Customer[],
  role: OperatorRole,
): Promise<CustomerView[]> {
  const ids = customers.map(({ id }) => id);
  const [connections, candidates, pending] = await Promise.all([
    reads.connections.findOfCustomers(ids),
    reads.candidates.findOfCustomers(ids),
    reads.invitations.findPendingOf(ids),
  ]);
  return customers.map((customer) => {
    const connection = connections.find(({ customerId }) => customerId === customer.id);
    const invitation = pending.find(({ customerId }) => customerId === customer.id);
    const { id, fullName, tenantId, domain, cloud, createdAt } = customer;
    return {
      id,
      fullName,
      tenantId,
      domain,
      cloud,
      createdAt,
      connection: connection === undefined ? null : connectionView(connection, settings, role),
      invitation:
        invitation === undefined
          ? null
          : invitationView(invitation, customer, asSeen(invitation, connection, candidates)),
    };
  });
}
