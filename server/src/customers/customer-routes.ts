import { exportStandings, listStandings } from '@latchkey/shared/api/customer-standings';
import { listCustomers, readCustomer } from '@latchkey/shared/api/customers';
import { ok } from '@latchkey/shared/result';
import { en } from '@latchkey/shared/words/en';
import { actorOf, type Mount } from '../http/call.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { createStandingExporter } from './export-standings.ts';
import { createStandingLister } from './list-standings.ts';
import type { ReadsCustomers } from './read-customers.ts';

/** Customers, each with its connection and the invitation that is still pending. */
export function mountCustomers(mount: Mount, customers: ReadsCustomers): void {
  mount(listCustomers, ({ query, operator }) =>
    customers.list({ tenant: query.tenant, shortName: query.shortName, before: query.before }, operator.role),
  );
  mount(readCustomer, ({ params, operator }) => customers.read(params.customerId, operator.role));
}

/** Customers by how their connections stand. */
export function mountStandings(mount: Mount, { store, now }: { readonly store: Store; readonly now: Clock }): void {
  const lister = createStandingLister(store.read, now);
  const exporter = createStandingExporter({ store, words: en, now });
  mount(listStandings, ({ query: { order = 'name', before, ...filter } }) => lister.list({ filter, order }, before));
  mount(exportStandings, async ({ body: { filter, order = 'name' }, operator, requestId }) =>
    ok(await exporter.export({ filter, order, actor: actorOf(operator), requestId })),
  );
}
