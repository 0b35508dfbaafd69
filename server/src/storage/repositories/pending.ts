import { sql, type Kysely, type SqlBool } from 'kysely';
import type { PendingFilter, PendingOrder } from '@latchkey/shared/api/pending-invitations';
import type { Owner } from '@latchkey/shared/invitations/standing';
import { customerNameKey } from '../../customers/customer-repository.ts';
import type { PendingReads } from '../../invitations/pending-repository.ts';
import type { Tables } from '../tables.ts';
import { invitationOf } from './invitation-columns.ts';
import { owner, rank, readsAt, since } from './pending-standing.ts';

/** After every instant. */
const last = '~';
const answered = sql<SqlBool>`standings.status in ('consented', 'authentication_complete')`;

const keys = {
  owner: sql<string>`(case when ${owner} = 'provider' then '0' else '1' end) || ${since}`,
  waiting: since,
  name: sql<string>`(select name_key from customers where customers.id = standings.customer_id)`,
  status: sql<string>`${rank} || ${since}`,
  expiry: sql<string>`case when ${answered} then ${sql.lit(last)} else standings.expires_at end`,
} as const satisfies Record<PendingOrder, unknown>;

/** The list of pending invitations, on either engine. */
export function pendingReads(db: Kysely<Tables>): PendingReads {
  /**
   * How each reads is worked out once, from an index that holds what it takes (invitations_standing), and then filtered and ordered
   * by; whole rows are read of the page alone.
   */
  const all = ({ search = '', ...filter }: PendingFilter, now: string) => {
    return db
      .with(
        (of) => of('standings').materialized(),
        (of) =>
          of
            .selectFrom('invitations')
            .where('pending', '=', 1)
            .where((row) => row.and(search.trim() === '' ? [] : [found(search.trim())]))
            .select(['id', 'customer_id', 'status', 'status_since', 'started_at', 'expires_at', 'link_copied_at'])
            .select(['method', 'refusal'])
            .select(readsAt(now).as('reads')),
      )
      .selectFrom('standings')
      .where((row) => row.and(meant(filter)));
  };
  return {
    list: async ({ filter, order, now }, { after, limit }) => {
      const key = keys[order];
      let query = all(filter, now).select(['standings.id', key.as('key')]);
      if (after !== null)
        query = query.where(
          sql<SqlBool>`(${key} > ${after.key} or (${key} = ${after.key} and standings.id > ${after.id}))`,
        );
      const places = await query.orderBy('key').orderBy('standings.id').limit(limit).execute();
      const ids = places.map(({ id }) => id);
      const rows =
        ids.length === 0 ? [] : await db.selectFrom('invitations').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return places.flatMap(({ id, key: place }) => {
        const row = byId.get(id);
        return row === undefined ? [] : [{ invitation: invitationOf(row), key: place }];
      });
    },
    counts: async ({ filter: { owner: _, ...filter }, now }) => {
      const rows = await all(filter, now)
        .select((one) => [owner.as('owner'), one.fn.countAll().as('total')])
        .groupBy('owner')
        .execute();
      const of = (who: Owner) => Number(rows.find((row) => row.owner === who)?.total ?? 0);
      return {
        provider: of('provider'),
        customer: of('customer'),
        microsoft: of('microsoft'),
        nobody: of('nobody'),
      };
    },
  };
}

function meant({ status, owner: who, waitingSince, expiresBefore }: PendingFilter) {
  return [
    ...(status === undefined ? [] : [sql<SqlBool>`standings.reads = ${status}`]),
    ...(who === undefined ? [] : [sql<SqlBool>`${owner} = ${who}`]),
    ...(waitingSince === undefined ? [] : [sql<SqlBool>`${since} <= ${waitingSince}`]),
    ...(expiresBefore === undefined ? [] : [sql<SqlBool>`standings.expires_at < ${expiresBefore} and not ${answered}`]),
  ];
}

/** Whether a row holds a piece of text where a person would look for it. */
function found(text: string) {
  const piece = `%${customerNameKey(text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const places = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql`${sql.raw(name)} like ${piece} escape '\\'`),
      sql` or `,
    );
  return sql<SqlBool>`(${places(['invitations.short_name_key', 'lower(invitations.reference)'])} or exists (
    select 1 from customers where customers.id = invitations.customer_id
      and (${places(['customers.name_key', 'customers.domain', 'customers.tenant_id'])})))`;
}
