import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { appendOnly } from '../append-only.ts';

/** The tables of the first version. Times are ISO 8601 in UTC with milliseconds, so that they sort as text. */
export async function ground(db: Kysely<unknown>, kind: Engine['kind']): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (const statement of appendOnly('audit', kind)) await sql.raw(statement).execute(db);
}

const order = `kind text not null, full_name text not null, short_name text not null, licence_type text not null,
  licensed_users integer not null check (licensed_users between 1 and 500)`;

const statements = [
  `create table customers (id text primary key, tenant_id text not null unique, domain text, cloud text not null,
    full_name text not null, name_key text not null, created_at text not null, created_by text not null,
    version integer not null)`,
  `create index customers_by_name on customers (name_key, id)`,
  `create index customers_by_domain on customers (domain, created_at)`,

  `create table invitations (id text primary key, customer_id text not null references customers (id), ${order},
    short_name_key text not null, method text, profile_id text, profile_version integer, status text not null,
    pending integer not null, status_since text not null, started_at text, expires_at text not null,
    created_at text not null, created_by_id text not null, created_by_name text not null, reference text,
    link_version integer, link_key_id text, link_hash text unique, typed_code_hash text unique, version integer not null)`,
  `create index invitations_pending on invitations (pending, created_at desc, id desc)`,
  `create index invitations_all on invitations (created_at desc, id desc)`,
  `create index invitations_of_customer on invitations (customer_id, pending, created_at desc)`,
  `create index invitations_by_expiry on invitations (pending, expires_at)`,

  `create table short_names (key text primary key, invitation_id text not null references invitations (id))`,
  `create index short_names_of_invitation on short_names (invitation_id)`,

  `create table services (id text primary key, customer_id text not null references customers (id),
    invitation_id text not null unique references invitations (id), ${order}, short_name_key text not null unique,
    added_at text not null, added_by text not null, version integer not null)`,
  `create index services_by_time on services (added_at desc, id desc)`,

  `create table starts (id text primary key, invitation_id text not null references invitations (id), kind text not null,
    state_hash text not null unique, cookie_hash text not null, sealed text not null, created_at text not null,
    used_at text, superseded_at text)`,
  `create index starts_of_invitation on starts (invitation_id, created_at desc)`,

  `create table connections (id text primary key, customer_id text not null unique references customers (id),
    invitation_id text not null references invitations (id), method text not null, profile_id text not null,
    profile_version integer not null, tenant_id text not null, account_username text, account_object_id text,
    registration_object_id text, sealed_tokens text not null, tokens_version integer not null, sealed_at text not null,
    consent_changed_at text, verdict text, version integer not null)`,
  `create index connections_of_invitation on connections (invitation_id)`,

  `create table validations (id text primary key, connection_id text not null references connections (id) on delete cascade,
    at text not null, kind text not null, verdict text not null, permissions text, upstream text not null,
    started_by text not null, audit_seq bigint not null)`,
  `create index validations_of_connection on validations (connection_id, audit_seq desc)`,

  `create table audit (seq bigint primary key, at text not null, action text not null, actor_kind text not null,
    actor_id text, actor_name text, customer_id text, invitation_id text, connection_id text, service_id text,
    request_id text, details text not null)`,
  `create index audit_of_invitation on audit (invitation_id, seq)`,

  `create table idempotency (key text not null, operator_id text not null, fingerprint text not null,
    status integer not null, response text not null, at text not null, primary key (key, operator_id))`,
  `create table invitation_visits (cookie_hash text primary key, invitation_id text not null references invitations (id),
    link_version integer not null, expires_at text not null)`,
  `create index invitation_visits_by_expiry on invitation_visits (expires_at)`,
  `create table start_tickets (hash text primary key, invitation_id text not null references invitations (id),
    good_until text not null, used_at text)`,
  `create table work (id text primary key, kind text not null, subject text not null, due text not null, attempts integer not null)`,
  `create index work_by_due on work (kind, due)`,
  `create index work_of_subject on work (kind, subject)`,
  `create table leases (name text primary key, holder text not null, until text not null)`,
  `create table kv (key text primary key, value text not null, expires_at bigint)`,
  `create index kv_by_expiry on kv (expires_at)`,
  `create table counters (name text primary key, value bigint not null)`,
  `insert into counters (name, value) values ('customers', 0), ('services', 0), ('invitations', 0), ('pending_invitations', 0)`,
] as const;
