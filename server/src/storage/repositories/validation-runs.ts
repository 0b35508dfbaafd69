import { sql, type Kysely, type Selectable } from 'kysely';
import * as z from 'zod/mini';
import { RunState, runOutcomes, type RunOutcome } from '@latchkey/shared/api/validation-runs';
import type {
  Chosen,
  RunItem,
  RunItems,
  RunProgress,
  RunRepository,
  ValidationRun,
} from '../../validation-runs/run-repository.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { meant } from './customer-standing.ts';

const Kind = z.enum(['bulk', 'nightly']);
const Choose = z.enum(['all', 'filter', 'list', 'older_profile']);

/** Validations of many, on either engine. */
export function runRepository(db: Kysely<Tables>): RunRepository {
  const all = () => db.selectFrom('validation_runs').selectAll();
  return {
    find: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && runOf(row);
    },
    list: async (limit) =>
      (await all().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(runOf),
    progress: (id, since) => progressOf(db, id, since),
    findEnded: async () => {
      const query = all()
        .where('state', '=', 'running')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('validation_items')
                .select('validation_items.id')
                .whereRef('validation_items.run_id', '=', 'validation_runs.id')
                .where('validation_items.state', '=', 'todo'),
            ),
          ),
        );
      return (await query.execute()).map(runOf);
    },
    add: async (run, chosen) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('validation_runs')
        .values({ ...columns({ ...run, total: 0, chosen: chosen.choose }), version: 1 })
        .onConflict((conflict) => conflict.column('run_key').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) return undefined;
      const total = await addItems(db, run, chosen);
      await db.updateTable('validation_runs').set({ total }).where('id', '=', run.id).execute();
      return total;
    },
    replace: async (next, expectedVersion) => {
      const { numUpdatedRows } = await db
        .updateTable('validation_runs')
        .set({ ...columns(next), version: expectedVersion + 1 })
        .where('id', '=', next.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

/** One statement, however many there are. */
async function addItems(db: Kysely<Tables>, run: Pick<ValidationRun, 'id' | 'createdAt'>, chosen: Chosen) {
  const filter = chosen.choose === 'filter' ? chosen.filter : {};
  let query = db.selectFrom('connections').where(meant(filter, run.createdAt));
  if (chosen.choose === 'list') query = query.where('connections.customer_id', 'in', [...chosen.customerIds]);
  if (chosen.choose === 'older_profile')
    query = query
      .where('connections.profile_id', '=', chosen.profile.id)
      .where('connections.profile_version', '<', chosen.profile.version);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('validation_items')
    .columns(['id', 'run_id', 'connection_id', 'state', 'claims', 'tries', 'due'])
    .expression(
      query.select([
        sql<string>`${sql.lit(`${run.id}:`)} || connections.id`.as('id'),
        sql<string>`${sql.lit(run.id)}`.as('run_id'),
        'connections.id as connection_id',
        sql<string>`'todo'`.as('state'),
        sql<number>`0`.as('claims'),
        sql<number>`0`.as('tries'),
        sql<string>`${sql.lit(run.createdAt)}`.as('due'),
      ]),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

async function progressOf(db: Kysely<Tables>, id: string, since: string): Promise<RunProgress> {
  const rows = await db
    .selectFrom('validation_items')
    .select((row) => [
      'outcome',
      row.fn.countAll().as('all'),
      row.fn.sum(row.case().when('done_at', '>', since).then(1).else(0).end()).as('since'),
    ])
    .where('run_id', '=', id)
    .where('state', '=', 'done')
    .groupBy('outcome')
    .execute();
  const of = (outcome: RunOutcome) => Number(rows.find((row) => row.outcome === outcome)?.all ?? 0);
  const sum = (key: 'all' | 'since') => rows.reduce((total, row) => total + Number(row[key]), 0);
  const counts = Object.fromEntries(runOutcomes.map((outcome) => [outcome, of(outcome)])) as RunProgress['counts'];
  return { counts, done: sum('all'), doneSince: sum('since') };
}

/** Claiming items: in Postgres claimants pass over each other's rows, in SQLite there is one writer anyway. */
export function runItems(db: Kysely<Tables>, engine: Engine['kind']): RunItems {
  const mine = ({ id, claims }: RunItem) =>
    db.updateTable('validation_items').where('id', '=', id).where('claims', '=', claims).where('state', '=', 'todo');
  return {
    claim: ({ kind, now, leasedUntil, limit }) =>
      db.transaction().execute(async (tx) => {
        let due = tx
          .selectFrom('validation_items')
          .innerJoin('validation_runs', 'validation_runs.id', 'validation_items.run_id')
          .select('validation_items.id')
          .where('validation_items.state', '=', 'todo')
          .where('validation_items.due', '<=', now)
          .where('validation_runs.state', '=', 'running')
          .where('validation_runs.kind', '=', kind);
        if (engine === 'postgres') due = due.forUpdate('validation_items').skipLocked();
        const rows = await due.orderBy('validation_items.due').limit(limit).execute();
        if (rows.length === 0) return [];
        const claimed = await tx
          .updateTable('validation_items')
          .set((row) => ({ due: leasedUntil, claims: row.eb('claims', '+', 1) }))
          .where(
            'id',
            'in',
            rows.map(({ id }) => id),
          )
          .returningAll()
          .execute();
        return claimed.map(itemOf);
      }),
    done: async (item, outcome, at) => {
      const query = mine(item).set({ state: 'done', outcome, done_at: at });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
    putOff: async (item, { due, tries }) => {
      const query = mine(item).set({ due, tries });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
  };
}

const itemOf = (row: Selectable<Tables['validation_items']>): RunItem => ({
  id: row.id,
  runId: row.run_id,
  connectionId: row.connection_id,
  claims: row.claims,
  tries: row.tries,
});

const columns = (run: Omit<ValidationRun, 'version'>) => ({
  id: run.id,
  kind: run.kind,
  run_key: run.key,
  state: run.state,
  chosen: run.chosen,
  total: run.total,
  created_at: run.createdAt,
  created_by: run.createdBy,
  moved_at: run.movedAt,
  finished_at: run.finishedAt,
});

const runOf = (row: Selectable<Tables['validation_runs']>): ValidationRun => ({
  id: row.id,
  kind: Kind.parse(row.kind),
  key: row.run_key,
  state: RunState.parse(row.state),
  chosen: Choose.parse(row.chosen),
  total: row.total,
  createdAt: row.created_at,
  createdBy: row.created_by,
  movedAt: row.moved_at,
  finishedAt: row.finished_at,
  version: row.version,
});
