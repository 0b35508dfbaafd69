import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/**
 * Validations of many, and what the list of customers is filtered and ordered by: parts of the verdict, beside the verdict. What was
 * validated before this version counts as a change each; from now on only what differs from the one before does.
 */
export async function validationRuns(db: Kysely<unknown>, kind: Engine['kind']): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  const part = (name: string) =>
    kind === 'postgres' ? `(verdict::json)->>'${name}'` : `json_extract(verdict, '$.${name}')`;
  await sql
    .raw(
      `update connections set verdict_name = ${part('verdict')}, verdict_owner = ${part('owner')},
        verdict_at = ${part('at')}, verdict_until = ${part('validUntil')} where verdict is not null`,
    )
    .execute(db);
}

const statements = [
  `alter table connections add column verdict_name text`,
  `alter table connections add column verdict_owner text`,
  `alter table connections add column verdict_at text`,
  `alter table connections add column verdict_until text`,
  `alter table validations add column changed integer not null default 1`,
  `create index validations_changed on validations (connection_id, changed, audit_seq desc)`,

  `create table validation_runs (id text primary key, kind text not null, run_key text unique, state text not null,
    chosen text not null, total integer not null, created_at text not null, created_by text not null,
    moved_at text not null, finished_at text, version integer not null)`,
  `create index validation_runs_by_time on validation_runs (created_at desc, id desc)`,
  `create index validation_runs_by_state on validation_runs (state)`,
  `create table validation_items (id text primary key, run_id text not null references validation_runs (id),
    connection_id text not null, state text not null, outcome text, claims integer not null, tries integer not null,
    due text not null, done_at text)`,
  `create index validation_items_by_due on validation_items (state, due)`,
  `create index validation_items_of_run on validation_items (run_id, state, outcome)`,
  `create table microsoft_holds (scope text primary key, until text not null)`,
] as const;
