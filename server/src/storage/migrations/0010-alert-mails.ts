import { sql, type Kysely } from 'kysely';

/**
 * A target that is told by mail has no secret, and each delivery says why it was not taken the last time. SQLite cannot take a "not
 * null" back, so the column is made anew.
 */
export async function alertMails(db: Kysely<unknown>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table alert_targets add column sealed_secret_now text`,
  `update alert_targets set sealed_secret_now = sealed_secret`,
  `alter table alert_targets drop column sealed_secret`,
  `alter table alert_targets rename column sealed_secret_now to sealed_secret`,
  `alter table alert_deliveries add column fault text`,
  `alter table alert_deliveries add column fault_code integer`,
  `alter table alert_deliveries add column fault_at text`,
] as const;
