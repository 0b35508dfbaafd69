import { sql, type Kysely, type SqlBool } from 'kysely';
import type { CustomerFilter } from '@latchkey/shared/api/customer-filter';
import type { StandingOrder } from '@latchkey/shared/api/customer-standings';
import { Verdict } from '@latchkey/shared/validation/verdict';
import type { StandingReads } from '../../customers/standing-repository.ts';
import type { Tables } from '../tables.ts';
import { total } from './counters.ts';
import { meant, ownerAt, verdictAt } from './customer-standing.ts';

/** What needs somebody soonest comes first; whoever has no connection, last. */
const verdictRanks = ['action_needed', 'blocked', 'unknown', 'settling', 'unreachable', 'degraded', 'working'];
const ownerRanks = ['provider', 'customer', 'microsoft', 'nobody'];
const last = '~';

const ranked = (value: ReturnType<typeof verdictAt>, ranks: readonly string[]) =>
  sql<string>`case ${value} ${sql.join(
    ranks.map((name, rank) => sql`when ${sql.lit(name)} then ${sql.lit(String(rank))}`),
    sql` `,
  )} else ${sql.lit(String(ranks.length))} end`;

function keyOf(order: Exclude<StandingOrder, 'name'>, now: string) {
  const keys = {
    verdict: ranked(verdictAt(now), verdictRanks),
    owner: ranked(ownerAt(now), ownerRanks),
    age: sql<string>`coalesce(connections.verdict_at, '')`,
    expiry: sql<string>`coalesce(connections.sealed_at, ${sql.lit(last)})`,
  };
  return sql<string>`case when connections.id is null then ${sql.lit(last)} else ${keys[order]} end`;
}

/** The list of customers, on either engine. */
export function standingReads(db: Kysely<Tables>): StandingReads {
  const all = (filter: CustomerFilter, now: string) => {
    const query = db.selectFrom('customers').leftJoin('connections', 'connections.customer_id', 'customers.id');
    if (Object.keys(filter).length === 0) return query;
    return query.where('connections.id', 'is not', null).where(meant(filter, now));
  };
  return {
    list: async ({ filter, order, now }, { after, limit }) => {
      const key = order === 'name' ? sql<string>`''` : keyOf(order, now);
      let query = all(filter, now);
      if (after !== null) {
        const { customerId: id } = after;
        const place = await db.selectFrom('customers').select('name_key').where('id', '=', id).executeTakeFirst();
        if (place === undefined) return undefined;
        const later = sql<SqlBool>`(customers.name_key, customers.id) > (${place.name_key}, ${id})`;
        query = query.where(
          order === 'name' ? later : sql<SqlBool>`(${key} > ${after.key} or (${key} = ${after.key} and ${later}))`,
        );
      }
      if (order !== 'name') query = query.orderBy(key);
      const rows = await query
        .select([
          'customers.id as customer_id',
          'customers.full_name',
          'customers.tenant_id',
          'customers.domain',
          'connections.id as connection_id',
          'connections.sealed_at',
          'connections.verdict',
          key.as('key'),
        ])
        .orderBy('customers.name_key')
        .orderBy('customers.id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        customerId: row.customer_id,
        fullName: row.full_name,
        tenantId: row.tenant_id,
        domain: row.domain,
        connection:
          row.connection_id === null
            ? null
            : {
                id: row.connection_id,
                sealedAt: row.sealed_at,
                verdict: row.verdict === null ? null : Verdict.parse(JSON.parse(row.verdict)),
              },
        key: row.key,
      }));
    },
    count: async ({ filter, now }) => {
      if (Object.keys(filter).length === 0) return total(db, 'customers');
      const row = await all(filter, now)
        .select((one) => one.fn.countAll().as('total'))
        .executeTakeFirst();
      return Number(row?.total ?? 0);
    },
  };
}
