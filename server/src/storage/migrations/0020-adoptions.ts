import { sql, type Kysely } from 'kysely';

/** A list is of new customers, or of tenants whose consents are adopted: then it has a profile, and each row what was found. */
export async function adoptions(db: Kysely<unknown>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table invitation_imports add column kind text not null default 'invitations'`,
  `alter table invitation_imports add column profile_id text`,
  `alter table invitation_imports add column profile_version integer`,
  `alter table invitation_import_rows add column connection_id text`,
  `alter table invitation_import_rows add column found text`,
] as const;
