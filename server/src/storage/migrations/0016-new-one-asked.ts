import { sql, type Kysely } from 'kysely';

/** When the customer asked for a new invitation in place of one that had expired; null where nobody did. */
export async function newOneAsked(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table invitations add column new_one_asked_at text').execute(db);
}
