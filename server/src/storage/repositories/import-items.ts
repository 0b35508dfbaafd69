import type { Kysely } from 'kysely';
import type { ImportItem, ImportItems } from '../../invitation-imports/import-repository.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { wantedOf } from './imports.ts';

/** Claiming rows: in Postgres claimants pass over each other's, in SQLite there is one writer anyway. */
export function importItems(db: Kysely<Tables>, engine: Engine['kind']): ImportItems {
  const row = ({ id }: ImportItem) => db.updateTable('invitation_import_rows').where('id', '=', id);
  const mine = (item: ImportItem) => row(item).where('claims', '=', item.claims).where('state', '=', 'todo');
  /** Whoever has made something of a row knows more than who found nothing made of it, and dropped it. */
  const mineOrDropped = (item: ImportItem) =>
    row(item).where(({ and, eb, or }) =>
      or([and([eb('claims', '=', item.claims), eb('state', '=', 'todo')]), eb('state', '=', 'dropped')]),
    );
  return {
    claim: ({ kind, now, leasedUntil, limit }) =>
      db.transaction().execute(async (tx) => {
        let due = tx
          .selectFrom('invitation_import_rows')
          .innerJoin('invitation_imports', 'invitation_imports.id', 'invitation_import_rows.import_id')
          .select('invitation_import_rows.id')
          .where('invitation_import_rows.state', '=', 'todo')
          .where('invitation_import_rows.due', '<=', now)
          .where('invitation_imports.kind', '=', kind)
          .where(({ and, eb, or }) =>
            or([
              eb('invitation_imports.state', '=', 'running'),
              // Whoever had begun it may have made it, and died before it was told.
              and([eb('invitation_imports.state', '=', 'cancelled'), eb('invitation_import_rows.claims', '>', 0)]),
            ]),
          );
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
    done: async (item, { outcome, invitationId, connectionId, found }, at) => {
      const isMade = invitationId !== null || connectionId !== null;
      const query = (isMade ? mineOrDropped : mine)(item).set({
        state: 'done',
        outcome,
        invitation_id: invitationId,
        connection_id: connectionId,
        found: found === null ? null : JSON.stringify(found),
        done_at: at,
      });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
    putOff: async (item, { due, tries }) =>
      (await mine(item).set({ due, tries }).executeTakeFirst()).numUpdatedRows === 1n,
    drop: async (item) => (await mine(item).set({ state: 'dropped' }).executeTakeFirst()).numUpdatedRows === 1n,
  };
}
