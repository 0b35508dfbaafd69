import { sql, type Kysely } from 'kysely';

/** Permission profiles that the provider made. A version never changes, so there is no column that says which row did. */
export async function permissionProfiles(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table permission_profiles (id text not null, version integer not null, body text not null, made_at text not null,
    made_by text not null, primary key (id, version))`,
  `create index connections_by_profile on connections (profile_id, profile_version)`,
] as const;
