import type { Kysely, Selectable } from 'kysely';
import { shortNameKey } from '@latchkey/shared/customers/short-name';
import type { Service, ServiceRepository, ShortNameRepository } from '../../services/service-repository.ts';
import type { Tables } from '../tables.ts';
import { count, total } from './counters.ts';
import { orderColumns, orderOf } from './order-columns.ts';

/** Services, on either engine. */
export function serviceRepository(db: Kysely<Tables>): ServiceRepository {
  const all = () => db.selectFrom('services').selectAll();
  const one = async (query: ReturnType<typeof all>) => {
    const row = await query.executeTakeFirst();
    return row && serviceOf(row);
  };
  return {
    find: (id) => one(all().where('id', '=', id)),
    findByInvitation: (invitationId) => one(all().where('invitation_id', '=', invitationId)),
    findByShortName: (key) => one(all().where('short_name_key', '=', key)),
    findOfCustomer: (customerId) =>
      one(all().where('customer_id', '=', customerId).orderBy('added_at', 'desc').orderBy('id', 'desc').limit(1)),
    list: async ({ before, limit }) => {
      let query = all().orderBy('added_at', 'desc').orderBy('id', 'desc').limit(limit);
      if (before !== null) {
        query = query.where((row) => row.eb(row.refTuple('added_at', 'id'), '<', row.tuple(before.at, before.id)));
      }
      return (await query.execute()).map(serviceOf);
    },
    count: () => total(db, 'services'),
    add: async (service) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('services')
        .values({
          id: service.id,
          customer_id: service.customerId,
          invitation_id: service.invitationId,
          ...orderColumns(service.order),
          short_name_key: shortNameKey(service.order.shortName),
          added_at: service.addedAt,
          added_by: service.addedBy,
          version: 1,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      const added = numInsertedOrUpdatedRows === 1n;
      if (added) await count(db, 'services', 1);
      return added;
    },
  };
}

/** Reserved short names, on either engine. */
export function shortNameRepository(db: Kysely<Tables>): ShortNameRepository {
  return {
    reserve: async (key, invitationId) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('short_names')
        .values({ key, invitation_id: invitationId })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    release: async (invitationId) => {
      await db.deleteFrom('short_names').where('invitation_id', '=', invitationId).execute();
    },
    holderOf: async (key) => {
      const row = await db.selectFrom('short_names').select('invitation_id').where('key', '=', key).executeTakeFirst();
      return row?.invitation_id;
    },
  };
}

const serviceOf = (row: Selectable<Tables['services']>): Service => ({
  id: row.id,
  customerId: row.customer_id,
  invitationId: row.invitation_id,
  order: orderOf(row),
  addedAt: row.added_at,
  addedBy: row.added_by,
  version: row.version,
});
