import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

type CounterName = 'customers' | 'services' | 'invitations' | 'pending_invitations';

/** Changes a total, in the transaction that changes what it counts. */
export async function count(db: Kysely<Tables>, name: CounterName, by: 1 | -1): Promise<void> {
  await db
    .updateTable('counters')
    .set((row) => ({ value: row.eb('value', '+', by) }))
    .where('name', '=', name)
    .execute();
}

/** The total as it stands. */
export async function total(db: Kysely<Tables>, name: CounterName): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', name).executeTakeFirst();
  return Number(row?.value ?? 0);
}
