import type { Kysely } from 'kysely';
import type { IdempotencyRepository } from '../../idempotency/idempotency-repository.ts';
import type { Tables } from '../tables.ts';

/** Answers that were given once, on either engine. */
export function idempotencyRepository(db: Kysely<Tables>): IdempotencyRepository {
  return {
    find: async (key, operatorId) => {
      const row = await db
        .selectFrom('idempotency')
        .selectAll()
        .where('key', '=', key)
        .where('operator_id', '=', operatorId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const response: unknown = JSON.parse(row.response);
      return { key, operatorId, fingerprint: row.fingerprint, status: row.status, response, at: row.at };
    },
    keep: async (answer) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('idempotency')
        .values({
          key: answer.key,
          operator_id: answer.operatorId,
          fingerprint: answer.fingerprint,
          status: answer.status,
          response: JSON.stringify(answer.response),
          at: answer.at,
        })
        .onConflict((conflict) => conflict.columns(['key', 'operator_id']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
