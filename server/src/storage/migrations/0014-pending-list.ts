import { sql, type Kysely } from 'kysely';

/** What the list of pending invitations is worked out from, in one index: a walk of it reads no row. */
export async function pendingList(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create index invitations_standing on invitations
        (pending, customer_id, status, status_since, started_at, expires_at, method, refusal, id)`,
    )
    .execute(db);
}
