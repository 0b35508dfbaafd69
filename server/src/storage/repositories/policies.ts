import type { Kysely, Selectable } from 'kysely';
import { PasswordMethod } from '@latchkey/shared/invitations/method';
import type { PolicyRepository, StoredPolicy } from '../../policies/policy-repository.ts';
import type { Tables } from '../tables.ts';

/** The provider's switches, on either engine. */
export function policyRepository(db: Kysely<Tables>): PolicyRepository {
  const all = () => db.selectFrom('method_policies').selectAll();
  return {
    all: async () => (await all().orderBy('method').execute()).map(policyOf),
    find: async (method) => {
      const row = await all().where('method', '=', method).executeTakeFirst();
      return row && policyOf(row);
    },
    put: async ({ method, on, changedAt, changedBy }) => {
      const columns = { is_on: on ? 1 : 0, changed_at: changedAt, changed_by: changedBy };
      await db
        .insertInto('method_policies')
        .values({ method, ...columns })
        .onConflict((conflict) => conflict.column('method').doUpdateSet(columns))
        .execute();
    },
  };
}

const policyOf = (row: Selectable<Tables['method_policies']>): StoredPolicy => ({
  method: PasswordMethod.parse(row.method),
  on: row.is_on === 1,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
});
