import { sql, type Kysely } from 'kysely';

/** Lists of new customers that were confirmed, and each of their rows as a piece of work. */
export async function invitationImports(db: Kysely<unknown>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table invitation_imports (id text primary key, state text not null, total integer not null,
    created_at text not null, created_by_id text not null, created_by_name text not null, finished_at text,
    version integer not null)`,
  `create index invitation_imports_by_time on invitation_imports (created_at desc, id desc)`,
  `create index invitation_imports_by_state on invitation_imports (state)`,
  `create table invitation_import_rows (id text primary key, import_id text not null references invitation_imports (id),
    row_number integer not null, wanted text not null, state text not null, outcome text, invitation_id text,
    claims integer not null, tries integer not null, due text not null, done_at text)`,
  `create index invitation_import_rows_by_due on invitation_import_rows (state, due)`,
  `create index invitation_import_rows_of_import on invitation_import_rows (import_id, state, outcome)`,
] as const;
