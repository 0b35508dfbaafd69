import type { Insertable, Kysely, Selectable } from 'kysely';
import { DeliveryFault } from '@latchkey/shared/alerts/delivery-fault';
import { QuietHours } from '@latchkey/shared/alerts/quiet-hours';
import type { AlertRepository, Failure, StoredTarget } from '../../alerts/alert-repository.ts';
import type { Sealed } from '../../sealing/sealer.ts';
import type { Tables } from '../tables.ts';

/** Alerts and where they are sent, on either engine. */
export function alertRepository(db: Kysely<Tables>): AlertRepository {
  const all = () => db.selectFrom('alert_targets').selectAll();
  return {
    targets: async () => (await all().orderBy('id').execute()).map(targetOf),
    target: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && targetOf(row);
    },
    progress: async (targetId) => {
      const rows = await db
        .selectFrom('alert_deliveries')
        .select((row) => ['state', row.fn.countAll().as('all'), row.fn.max('done_at').as('latest')])
        .where('target_id', '=', targetId)
        .groupBy('state')
        .execute();
      const of = (state: string) => rows.find((row) => row.state === state);
      const count = (state: string) => Number(of(state)?.all ?? 0);
      const lastFailure = await lastFailureOf(db, targetId);
      return { waiting: count('todo'), failed: count('failed'), deliveredAt: of('sent')?.latest ?? null, lastFailure };
    },
    putTarget: async (target, expectedVersion) => {
      const columns = columnsOf(target);
      if (expectedVersion === 0) {
        const added = await db
          .insertInto('alert_targets')
          .values({ ...columns, version: 1 })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        return added.numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await db
        .updateTable('alert_targets')
        .set({ ...columns, version: expectedVersion + 1 })
        .where('id', '=', target.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    removeTarget: async (id) => {
      await db.deleteFrom('alert_deliveries').where('target_id', '=', id).execute();
      return (await db.deleteFrom('alert_targets').where('id', '=', id).executeTakeFirst()).numDeletedRows === 1n;
    },
    raise: async (alert) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('alerts')
        .values({
          key: alert.key,
          seq: alert.sequence,
          at: alert.at,
          kind: alert.kind,
          connection_id: alert.connectionId,
          becomes: alert.to,
          data: JSON.stringify(alert.data),
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) return false;
      const targets = await db.selectFrom('alert_targets').select('id').where('is_on', '=', 1).execute();
      if (targets.length > 0)
        await db
          .insertInto('alert_deliveries')
          .values(targets.map(({ id }) => deliveryOf(id, alert.key, alert.at, 0)))
          .execute();
      return true;
    },
    replay: async (targetId, after, due) => {
      const alerts = await db.selectFrom('alerts').select('key').where('seq', '>', after).execute();
      for (const { key } of alerts) {
        const fresh = deliveryOf(targetId, key, due, 1);
        // oxlint-disable-next-line no-await-in-loop -- one transaction
        await db
          .insertInto('alert_deliveries')
          .values(fresh)
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((row) => ({
              state: 'todo',
              claims: row.eb('alert_deliveries.claims', '+', 1),
              tries: 0,
              due,
              done_at: null,
              replayed: row.eb('alert_deliveries.replayed', '+', 1),
              fault: null,
              fault_code: null,
              fault_at: null,
            })),
          )
          .execute();
      }
      return alerts.length;
    },
  };
}

/** Of those that were not taken yet, or never: the latest. */
async function lastFailureOf(db: Kysely<Tables>, targetId: string): Promise<Failure | null> {
  const row = await db
    .selectFrom('alert_deliveries')
    .select(['fault', 'fault_code', 'fault_at'])
    .where('target_id', '=', targetId)
    .where('state', 'in', ['todo', 'failed'])
    .where('fault', 'is not', null)
    .orderBy('fault_at', 'desc')
    .executeTakeFirst();
  if (row === undefined || row.fault_at === null) return null;
  return { fault: DeliveryFault.parse(row.fault), code: row.fault_code, at: row.fault_at };
}

const deliveryOf = (
  targetId: string,
  key: string,
  due: string,
  replayed: 0 | 1,
): Insertable<Tables['alert_deliveries']> => ({
  id: `${targetId} ${key}`,
  target_id: targetId,
  alert_key: key,
  state: 'todo',
  claims: 0,
  tries: 0,
  due,
  done_at: null,
  replayed,
  fault: null,
  fault_code: null,
  fault_at: null,
});

const columnsOf = ({ id, url, sealedSecret, on, quiet, changedAt, changedBy }: Omit<StoredTarget, 'version'>) => ({
  id,
  url,
  sealed_secret: sealedSecret,
  is_on: on ? 1 : 0,
  quiet: quiet === null ? null : JSON.stringify(quiet),
  changed_at: changedAt,
  changed_by: changedBy,
});

const targetOf = (row: Selectable<Tables['alert_targets']>): StoredTarget => ({
  id: row.id,
  url: row.url,
  sealedSecret: row.sealed_secret as Sealed | null,
  on: row.is_on === 1,
  quiet: row.quiet === null ? null : QuietHours.parse(JSON.parse(row.quiet)),
  changedAt: row.changed_at,
  changedBy: row.changed_by,
  version: row.version,
});
