import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import type { Alert, AlertQueue, Delivery, Failure } from '../../alerts/alert-repository.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';

const Kind = z.enum(['connection.verdict_changed', 'credential.expires']);
const Data = z.record(z.string(), z.unknown());

/** Claiming deliveries: in Postgres claimants pass over each other's rows, in SQLite there is one writer anyway. */
export function alertQueue(db: Kysely<Tables>, engine: Engine['kind']): AlertQueue {
  const mine = ({ id, claims }: Delivery) =>
    db.updateTable('alert_deliveries').where('id', '=', id).where('claims', '=', claims).where('state', '=', 'todo');
  const ofSameConnection = ({ targetId, alert }: Delivery) =>
    db
      .selectFrom('alert_deliveries')
      .innerJoin('alerts', 'alerts.key', 'alert_deliveries.alert_key')
      .where('alert_deliveries.target_id', '=', targetId)
      .where('alerts.connection_id', '=', alert.connectionId)
      .where('alerts.kind', '=', 'connection.verdict_changed');
  return {
    claim: ({ kind, now, leasedUntil, limit }) =>
      db.transaction().execute(async (tx) => {
        const byMail = tx.selectFrom('alert_targets').select('id').where('url', 'like', 'mailto:%');
        let due = tx
          .selectFrom('alert_deliveries')
          .select('id')
          .where('state', '=', 'todo')
          .where('due', '<=', now)
          .where('target_id', kind === 'mail' ? 'in' : 'not in', byMail);
        if (engine === 'postgres') due = due.forUpdate().skipLocked();
        const ids = (await due.orderBy('due').orderBy('id').limit(limit).execute()).map(({ id }) => id);
        if (ids.length === 0) return [];
        await tx
          .updateTable('alert_deliveries')
          .set((row) => ({ due: leasedUntil, claims: row.eb('claims', '+', 1) }))
          .where('id', 'in', ids)
          .execute();
        const rows = await tx
          .selectFrom('alert_deliveries')
          .innerJoin('alerts', 'alerts.key', 'alert_deliveries.alert_key')
          .selectAll('alerts')
          .select([
            'alert_deliveries.id',
            'alert_deliveries.target_id',
            'alert_deliveries.claims',
            'alert_deliveries.tries',
            'alert_deliveries.replayed',
          ])
          .where('alert_deliveries.id', 'in', ids)
          .orderBy('alerts.seq')
          .execute();
        return rows.map((row) => ({
          id: row.id,
          targetId: row.target_id,
          alert: alertOf(row),
          claims: row.claims,
          tries: row.tries,
          replays: row.replayed,
        }));
      }),
    done: async (delivery, state, at, failure) => {
      const query = mine(delivery).set({ state, done_at: at, ...failureColumns(failure) });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
    putOff: async (delivery, { due, tries, failure }) => {
      const query = mine(delivery).set({ due, tries, ...failureColumns(failure) });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
    hasLater: async (delivery) => {
      const later = ofSameConnection(delivery)
        .where('alert_deliveries.state', '=', 'todo')
        .where('alerts.seq', '>', delivery.alert.sequence);
      return (await later.select('alerts.key').executeTakeFirst()) !== undefined;
    },
    lastTold: async (delivery) => {
      const told = ofSameConnection(delivery)
        .where('alert_deliveries.state', '=', 'sent')
        .orderBy('alerts.seq', 'desc');
      return (await told.select('alerts.becomes').executeTakeFirst())?.becomes ?? null;
    },
  };
}

/** What failed before stays known until something else is. */
const failureColumns = (failure: Failure | undefined) =>
  failure === undefined ? {} : { fault: failure.fault, fault_code: failure.code, fault_at: failure.at };

const alertOf = (row: Selectable<Tables['alerts']>): Alert => ({
  key: row.key,
  sequence: Number(row.seq),
  at: row.at,
  kind: Kind.parse(row.kind),
  connectionId: row.connection_id,
  to: row.becomes,
  data: Data.parse(JSON.parse(row.data)),
});
