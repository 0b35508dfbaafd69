import { listCustomers, readCustomer } from '@latchkey/shared/api/customers';
import type { Mount } from '../http/call.ts';
import type { ReadsCustomers } from './read-customers.ts';

/** Customers, each with its connection and the invitation that is still pending. */
export function mountCustomers(mount: Mount, customers: ReadsCustomers): void {
  mount(listCustomers, ({ query, operator }) =>
    customers.list({ tenant: query.tenant, shortName: query.shortName, before: query.before }, operator.role),
  );
  mount(readCustomer, ({ params, operator }) => customers.read(params.customerId, operator.role));
}
