import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** A connection that was adopted, its service and its short name have no invitation. SQLite cannot take a "not null" back. */
export async function withoutInvitation(db: Kysely<unknown>, kind: Engine['kind']): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const statement of statements[kind]) await sql.raw(statement).execute(db);
}

const order = `kind text not null, full_name text not null, short_name text not null, licence_type text not null,
  licensed_users integer not null check (licensed_users between 1 and 500)`;
const service = `id, customer_id, invitation_id, kind, full_name, short_name, licence_type, licensed_users, short_name_key,
  added_at, added_by, version`;

const statements = {
  postgres: ['connections', 'services', 'short_names'].map(
    (table) => `alter table ${table} alter column invitation_id drop not null`,
  ),
  sqlite: [
    // Others hang on connections, and would go with the table: so its column is made anew, and the other tables are.
    `drop index connections_of_invitation`,
    `alter table connections add column invitation_id_now text references invitations (id)`,
    `update connections set invitation_id_now = invitation_id`,
    `alter table connections drop column invitation_id`,
    `alter table connections rename column invitation_id_now to invitation_id`,
    `create index connections_of_invitation on connections (invitation_id)`,

    `create table services_now (id text primary key, customer_id text not null references customers (id),
      invitation_id text unique references invitations (id), ${order}, short_name_key text not null unique,
      added_at text not null, added_by text not null, version integer not null)`,
    `insert into services_now (${service}) select ${service} from services`,
    `drop table services`,
    `alter table services_now rename to services`,
    `create index services_by_time on services (added_at desc, id desc)`,

    `create table short_names_now (key text primary key, invitation_id text references invitations (id))`,
    `insert into short_names_now (key, invitation_id) select key, invitation_id from short_names`,
    `drop table short_names`,
    `alter table short_names_now rename to short_names`,
    `create index short_names_of_invitation on short_names (invitation_id)`,
  ],
} as const satisfies Record<Engine['kind'], readonly string[]>;
