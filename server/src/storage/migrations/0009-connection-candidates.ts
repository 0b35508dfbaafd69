import { sql, type Kysely } from 'kysely';

/** New consents that are not proved yet, each beside the connection whose place it would take. */
export async function connectionCandidates(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table connection_candidates (connection_id text primary key references connections (id) on delete cascade,
    customer_id text not null unique references customers (id), invitation_id text not null references invitations (id),
    method text not null, profile_id text not null, profile_version integer not null, account_username text,
    account_object_id text, registration_object_id text, sealed_tokens text, sealed_at text,
    consent_changed_at text not null, verdict text not null, permissions text, version integer not null)`,
] as const;
