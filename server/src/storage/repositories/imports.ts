import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { ImportState } from '@latchkey/shared/api/invitation-imports';
import { LicenceType } from '@latchkey/shared/api/schemas';
import { ChosenLanguage } from '@latchkey/shared/mail/chosen-language';
import { Verdict } from '@latchkey/shared/validation/verdict';
import type { CustomerImport, Found, ImportRepository } from '../../invitation-imports/import-repository.ts';
import type { Tables } from '../tables.ts';

const Wanted = z.strictObject({
  row: z.int(),
  tenant: z.string(),
  fullName: z.string(),
  shortName: z.string(),
  licenceType: LicenceType,
  licensedUsers: z.int(),
  reference: z.nullable(z.string()),
  language: z.optional(ChosenLanguage),
});
const Kind = z.enum(['invitations', 'adoptions']);
const Found = z.pick(Verdict, { verdict: true, evidence: true, cause: true });
/** A row as it was confirmed. */
export const wantedOf = (text: string) => Wanted.parse(JSON.parse(text));

/** So many rows in one statement: an engine takes only so many values. */
const rowsAtOnce = 200;

/** Lists of customers, on either engine. */
export function importRepository(db: Kysely<Tables>): ImportRepository {
  const all = () => db.selectFrom('invitation_imports').selectAll();
  return {
    find: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && importOf(row);
    },
    list: async (kind, limit) => {
      const query = all().where('kind', '=', kind).orderBy('created_at', 'desc').orderBy('id', 'desc');
      return (await query.limit(limit).execute()).map(importOf);
    },
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
      const unproved = sum((one) => one === 'created_unproved');
      const created = sum((one) => one === 'created') + unproved;
      return { created, unproved, refused: sum(() => true) - created };
    },
    rows: async (id) => {
      const query = db.selectFrom('invitation_import_rows').selectAll().where('import_id', '=', id);
      return (await query.orderBy('row_number').execute()).map((row) => ({
        wanted: wantedOf(row.wanted),
        outcome: row.outcome,
        isAtWork: row.state === 'todo' && row.claims > 0,
        invitationId: row.invitation_id,
        connectionId: row.connection_id,
        found: row.found === null ? null : (Found.parse(JSON.parse(row.found)) satisfies Found),
      }));
    },
    findEnded: async (kind) => {
      const query = all()
        .where('state', '=', 'running')
        .where('kind', '=', kind)
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

const columns = (one: Omit<CustomerImport, 'version'>) => ({
  id: one.id,
  kind: one.kind,
  profile_id: one.profile?.id ?? null,
  profile_version: one.profile?.version ?? null,
  state: one.state,
  total: one.total,
  created_at: one.createdAt,
  created_by_id: one.createdBy.objectId,
  created_by_name: one.createdBy.name,
  finished_at: one.finishedAt,
});

const importOf = (row: Selectable<Tables['invitation_imports']>): CustomerImport => ({
  id: row.id,
  kind: Kind.parse(row.kind),
  profile:
    row.profile_id === null || row.profile_version === null
      ? null
      : { id: row.profile_id, version: row.profile_version },
  state: ImportState.parse(row.state),
  total: row.total,
  createdAt: row.created_at,
  createdBy: { objectId: row.created_by_id, name: row.created_by_name },
  finishedAt: row.finished_at,
  version: row.version,
});
