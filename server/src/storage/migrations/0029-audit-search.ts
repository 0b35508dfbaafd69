import { sql, type Kysely } from 'kysely';

/** The trail is read by time, by what was done and by whom it was about, newest first. */
export async function auditSearch(db: Kysely<unknown>): Promise<void> {
  const statements = [
    'create index audit_of_action on audit (action, actor_id, seq)',
    'create index audit_of_customer on audit (customer_id, seq)',
    'create index audit_by_time on audit (at, seq)',
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
