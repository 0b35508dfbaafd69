import { ChosenLanguage } from '@latchkey/shared/mail/chosen-language';
import type { Insertable, Kysely, Selectable } from 'kysely';
import { customerNameKey, type Customer, type CustomerRepository } from '../../customers/customer-repository.ts';
import type { Tables } from '../tables.ts';
import { count, total } from './counters.ts';

type Row = Selectable<Tables['customers']>;

/** Customers, on either engine. */
export function customerRepository(db: Kysely<Tables>): CustomerRepository {
  const all = () => db.selectFrom('customers').selectAll();
  const one = async (query: ReturnType<typeof all>) => {
    const row = await query.executeTakeFirst();
    return row && customerOf(row);
  };
  return {
    find: (id) => one(all().where('id', '=', id)),
    findMany: async (ids) => (ids.length === 0 ? [] : (await all().where('id', 'in', ids).execute()).map(customerOf)),
    findByTenant: (tenantId) => one(all().where('tenant_id', '=', tenantId)),
    findByDomain: (domain) => one(all().where('domain', '=', domain).orderBy('created_at', 'desc')),
    list: async ({ after, limit }) => {
      let query = all().orderBy('name_key').orderBy('id').limit(limit);
      if (after !== null) {
        query = query.where((row) => row.eb(row.refTuple('name_key', 'id'), '>', row.tuple(after.name, after.id)));
      }
      return (await query.execute()).map(customerOf);
    },
    count: () => total(db, 'customers'),
    add: async (customer) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('customers')
        .values({ ...columns(customer), version: 1 })
        .onConflict((conflict) => conflict.column('tenant_id').doNothing())
        .executeTakeFirst();
      const added = numInsertedOrUpdatedRows === 1n;
      if (added) await count(db, 'customers', 1);
      return added;
    },
    replace: async (next, expectedVersion) => {
      const { numUpdatedRows } = await db
        .updateTable('customers')
        .set({ ...columns(next), version: expectedVersion + 1 })
        .where('id', '=', next.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

const columns = (customer: Omit<Customer, 'version'>): Omit<Insertable<Tables['customers']>, 'version'> => ({
  id: customer.id,
  tenant_id: customer.tenantId,
  domain: customer.domain,
  cloud: customer.cloud,
  full_name: customer.fullName,
  name_key: customerNameKey(customer.fullName),
  language: customer.language,
  created_at: customer.createdAt,
  created_by: customer.createdBy,
});

const customerOf = (row: Row): Customer => ({
  id: row.id,
  tenantId: row.tenant_id,
  domain: row.domain,
  cloud: row.cloud,
  fullName: row.full_name,
  language: ChosenLanguage.parse(row.language),
  createdAt: row.created_at,
  createdBy: row.created_by,
  version: row.version,
});
