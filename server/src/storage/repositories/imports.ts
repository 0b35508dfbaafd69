import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { ImportState } from '@latchkey/shared/api/invitation-imports';
import { LicenceType } from '@latchkey/shared/api/schemas';
import type {
  ImportItem,
  ImportItems,
  ImportRepository,
  InvitationImport,
} from '../../invitation-imports/import-repository.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';

const Wanted = z.strictObject({
  row: z.int(),
  tenant: z.string(),
  fullName: z.string(),
  shortName: z.string(),
  licenceType: LicenceType,
  licensedUsers: z.int(),
  reference: z.nullable(z.string()),
});
const wantedOf = (text: string) => Wanted.parse(JSON.parse(text));

/** So many rows in one statement: an engine takes only so many values. */
const rowsAtOnce = 200;

/** Lists of new customers, on either engine. */
export function importRepository(db: Kysely<Tables>): ImportRepository {
  const all = () => db.selectFrom('invitation_imports').selectAll();
  return {
    find: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && importOf(row);
    },
    list: async (limit) =>
      (await all().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(importOf),
    progress: async (id) => {
      const rows = await db
        .selectFrom('invitation_import_rows')
        .select((row) => ['outcome', row.fn.countAll().as('total')])
        .where('import_id', '=', id)
        .where('state', '=', 'done')
        .groupBy('outcome')
        .execute();
      const sum = (isMeant: (outcome: string | null) => boolean) =>
        rows.reduce((total, row) => (isMeant(row.outcome) ? total + Number(row.total) : total), 0);
      return { created: sum((one) => one === 'created'), refused: sum((one) => one !== 'created') };
    },
    rows: async (id) => {
      const query = db.selectFrom('invitation_import_rows').selectAll().where('import_id', '=', id);
      return (await query.orderBy('row_number').execute()).map((row) => ({
        wanted: wantedOf(row.wanted),
        outcome: row.outcome,
        invitationId: row.invitation_id,
      }));
    },
    findEnded: async () => {
      const query = all()
        .where('state', '=', 'running')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('invitation_import_rows')
                .select('invitation_import_rows.id')
                .whereRef('invitation_import_rows.import_id', '=', 'invitation_imports.id')
                .where('invitation_import_rows.state', '=', 'todo'),
            ),
          ),
        );
      return (await query.execute()).map(importOf);
    },
    add: async (one, rows) => {
      await db
        .insertInto('invitation_imports')
        .values({ ...columns({ ...one, total: rows.length }), version: 1 })
        .execute();
      const values = rows.map((wanted) => ({
        id: `${one.id}:${wanted.row}`,
        import_id: one.id,
        row_number: wanted.row,
        wanted: JSON.stringify(wanted),
        state: 'todo',
        claims: 0,
        tries: 0,
        due: one.createdAt,
      }));
      for (let from = 0; from < values.length; from += rowsAtOnce)
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await db
          .insertInto('invitation_import_rows')
          .values(values.slice(from, from + rowsAtOnce))
          .execute();
    },
    replace: async (next, expectedVersion) => {
      const { numUpdatedRows } = await db
        .updateTable('invitation_imports')
        .set({ ...columns(next), version: expectedVersion + 1 })
        .where('id', '=', next.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

/** Claiming rows: in Postgres claimants pass over each other's, in SQLite there is one writer anyway. */
export function importItems(db: Kysely<Tables>, engine: Engine['kind']): ImportItems {
  const mine = ({ id, claims }: ImportItem) =>
    db
      .updateTable('invitation_import_rows')
      .where('id', '=', id)
      .where('claims', '=', claims)
      .where('state', '=', 'todo');
  return {
    claim: ({ now, leasedUntil, limit }) =>
      db.transaction().execute(async (tx) => {
        let due = tx
          .selectFrom('invitation_import_rows')
          .innerJoin('invitation_imports', 'invitation_imports.id', 'invitation_import_rows.import_id')
          .select('invitation_import_rows.id')
          .where('invitation_import_rows.state', '=', 'todo')
          .where('invitation_import_rows.due', '<=', now)
          .where('invitation_imports.state', '=', 'running');
        if (engine === 'postgres') due = due.forUpdate('invitation_import_rows').skipLocked();
        const rows = await due
          .orderBy('invitation_import_rows.due')
          .orderBy('invitation_import_rows.row_number')
          .limit(limit)
          .execute();
        if (rows.length === 0) return [];
        const ids = rows.map(({ id }) => id);
        const claimed = await tx
          .updateTable('invitation_import_rows')
          .set((row) => ({ due: leasedUntil, claims: row.eb('claims', '+', 1) }))
          .where('id', 'in', ids)
          .returningAll()
          .execute();
        return claimed.map((row) => ({
          id: row.id,
          importId: row.import_id,
          wanted: wantedOf(row.wanted),
          claims: row.claims,
          tries: row.tries,
        }));
      }),
    done: async (item, outcome, invitationId, at) => {
      const query = mine(item).set({ state: 'done', outcome, invitation_id: invitationId, done_at: at });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
    putOff: async (item, { due, tries }) =>
      (await mine(item).set({ due, tries }).executeTakeFirst()).numUpdatedRows === 1n,
  };
}

const columns = (one: Omit<InvitationImport, 'version'>) => ({
  id: one.id,
  state: one.state,
  total: one.total,
  created_at: one.createdAt,
  created_by_id: one.createdBy.objectId,
  created_by_name: one.createdBy.name,
  finished_at: one.finishedAt,
});

const importOf = (row: Selectable<Tables['invitation_imports']>): InvitationImport => ({
  id: row.id,
  state: ImportState.parse(row.state),
  total: row.total,
  createdAt: row.created_at,
  createdBy: { objectId: row.created_by_id, name: row.created_by_name },
  finishedAt: row.finished_at,
  version: row.version,
});
