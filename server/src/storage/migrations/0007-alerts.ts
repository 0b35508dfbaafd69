import { sql, type Kysely } from 'kysely';

/** Alerts, where they are sent, and each on its way to each. */
export async function alerts(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table alert_targets (id text primary key, url text not null, sealed_secret text not null, is_on integer not null,
    quiet text, changed_at text not null, changed_by text not null, version integer not null)`,
  `create table alerts (key text primary key, seq bigint not null, at text not null, kind text not null, connection_id text,
    becomes text, data text not null)`,
  `create index alerts_by_sequence on alerts (seq)`,
  `create index alerts_of_connection on alerts (connection_id, seq)`,
  `create table alert_deliveries (id text primary key, target_id text not null references alert_targets (id),
    alert_key text not null references alerts (key), state text not null, claims integer not null, tries integer not null,
    due text not null, done_at text, replayed integer not null)`,
  `create index alert_deliveries_by_due on alert_deliveries (state, due)`,
  `create index alert_deliveries_of_target on alert_deliveries (target_id, state)`,
] as const;
