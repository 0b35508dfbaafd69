import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';

/** What the history of a connection is drawn from: of each validation the verdict and its end, beside the whole, and found by time. */
export async function validationTimes(db: Kysely<unknown>, kind: Engine['kind']): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const statement of statements) await sql.raw(statement).execute(db);
  const part = (name: string) =>
    kind === 'postgres' ? `(verdict::json)->>'${name}'` : `json_extract(verdict, '$.${name}')`;
  await sql
    .raw(`update validations set verdict_name = ${part('verdict')}, verdict_until = ${part('validUntil')}`)
    .execute(db);
}

const statements = [
  `alter table validations add column verdict_name text not null default 'unknown'`,
  `alter table validations add column verdict_until text not null default ''`,
  `create index validations_by_time on validations (connection_id, at)`,
] as const;
