import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { CustomerFilter } from '@latchkey/shared/api/customer-filter';
import { signInEnds } from '@latchkey/shared/validation/expiry';
import type { Tables } from '../tables.ts';

/** The verdict as it reads at `now`: past its time, or never given, it is unknown. */
export const verdictAt = (now: string) =>
  sql<string>`case when connections.verdict_until > ${now} then connections.verdict_name else 'unknown' end`;

/** Who must act: nobody can say what an old verdict would say now, so it is ours to look. */
export const ownerAt = (now: string) =>
  sql<string>`case when connections.verdict_until > ${now} then connections.verdict_owner else 'provider' end`;

/** Whether a row with a connection is meant by a filter. */
export const meant =
  (filter: CustomerFilter, now: string) =>
  <DB extends Pick<Tables, 'connections'>, TB extends keyof DB>(
    row: ExpressionBuilder<DB, TB>,
  ): ExpressionWrapper<DB, TB, SqlBool> =>
    row.and([
      ...(filter.verdict === undefined ? [] : [sql<SqlBool>`${verdictAt(now)} = ${filter.verdict}`]),
      ...(filter.owner === undefined ? [] : [sql<SqlBool>`${ownerAt(now)} = ${filter.owner}`]),
      ...(filter.checkedBefore === undefined
        ? []
        : [sql<SqlBool>`(connections.verdict_at is null or connections.verdict_at < ${filter.checkedBefore})`]),
      ...(filter.endsBefore === undefined
        ? []
        : [sql<SqlBool>`connections.sealed_at < ${sealedBefore(filter.endsBefore)}`]),
    ]);

/** A sign-in ends so long after it was sealed: what ends before a time was sealed before another. */
function sealedBefore(endsBefore: string): string {
  const lifeMs = Date.parse(signInEnds(endsBefore) ?? endsBefore) - Date.parse(endsBefore);
  return new Date(Date.parse(endsBefore) - lifeMs).toISOString();
}
