import { sql, type Kysely } from 'kysely';

/** One-time codes of the invitation pages: each is exchanged for a guest session once. */
export async function guideCodes(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table guide_codes (hash text primary key, invitation_id text not null references invitations (id),
    visit_hash text not null, link_version integer not null, good_until text not null, used_at text)`,
  `create index guide_codes_of_visit on guide_codes (visit_hash)`,
] as const;
