import { sql, type Kysely } from 'kysely';

/** Policies, the customers' acknowledgements, sealed passwords, and the tries by which they are used. */
export async function passwords(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table method_policies (method text primary key, is_on integer not null, changed_at text not null,
    changed_by text not null)`,
  `create table acknowledgements (customer_id text primary key references customers (id), name text not null,
    given_on text not null, how text not null, recorded_at text not null, recorded_by text not null)`,
  `create table passwords (customer_id text primary key references customers (id), username text not null,
    sealed_password text not null, has_spaces_at_ends integer not null, stored_at text not null, stored_by text not null,
    proved_at text, last_try_at text, last_outcome text, last_aadsts integer, last_correlation_id text)`,
  `create table password_tries (account text not null, slot integer not null, at text not null,
    primary key (account, slot))`,
] as const;
