import { sql, type Kysely } from 'kysely';

/** A connection of the application itself keeps no tokens of anybody. SQLite cannot take a "not null" back, so the columns are made anew. */
export async function applicationConnections(db: Kysely<unknown>): Promise<void> {
  for (const column of ['sealed_tokens', 'sealed_at'])
    for (const statement of [
      `alter table connections add column ${column}_now text`,
      `update connections set ${column}_now = ${column}`,
      `alter table connections drop column ${column}`,
      `alter table connections rename column ${column}_now to ${column}`,
    ])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await sql.raw(statement).execute(db);
}
