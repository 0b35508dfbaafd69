import { sql, type Kysely } from 'kysely';

/** What Microsoft said when it refused: code and ids, so that whoever must act can look it up. JSON; null where nothing was said. */
export async function invitationRefusals(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table invitations add column refusal text').execute(db);
}
