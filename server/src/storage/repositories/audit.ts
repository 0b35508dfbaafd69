import { sql, type Kysely, type Selectable } from 'kysely';
import * as z from 'zod/mini';
import { auditActions } from '@latchkey/shared/audit/audit-actions';
import type { AuditEntry, AuditLine, AuditReads } from '../../audit/audit-repository.ts';
import type { Engine } from '../engine.ts';
import { StorageUnavailable } from '../store.ts';
import type { Tables } from '../tables.ts';
import { auditMeant } from './audit-filter.ts';

const Action = z.enum(auditActions);
const ActorKind = z.enum(['operator', 'customer', 'system']);
const Details = z.record(z.string(), z.unknown());
/** Any number that nothing else in the deployment takes as an advisory lock. */
const auditLock = 7_265_428;

/** Reading the trail, on either engine. */
export function auditReads(db: Kysely<Tables>): AuditReads {
  const all = () => db.selectFrom('audit').selectAll().orderBy('seq');
  return {
    after: async (sequence, limit) => (await all().where('seq', '>', sequence).limit(limit).execute()).map(lineOf),
    latestSequence: async () => {
      const row = await db
        .selectFrom('audit')
        .select((row) => row.fn.max('seq').as('latest'))
        .executeTakeFirst();
      return Number(row?.latest ?? 0);
    },
    lastSignIns: async (limit) => {
      const newest = db
        .selectFrom('audit')
        .select((row) => row.fn.max('seq').as('seq'))
        .where('action', '=', 'session.opened')
        .where('actor_id', 'is not', null)
        .groupBy('actor_id');
      const query = db.selectFrom('audit').selectAll().where('seq', 'in', newest);
      return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(lineOf);
    },
    ofInvitation: async (invitationId) => (await all().where('invitation_id', '=', invitationId).execute()).map(lineOf),
    search: async (filter, { before, limit }) => {
      let query = db
        .selectFrom('audit')
        .selectAll()
        .where((row) => row.and(auditMeant(filter)));
      if (before !== null) query = query.where('seq', '<', before);
      return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(lineOf);
    },
  };
}

/**
 * Writes one line and gives its sequence. Sequences have no gaps and follow the order of commits: SQLite has one writer, in Postgres
 * the lock is held until the transaction ends, or a reader would move past a line that is not committed yet.
 */
export async function appendAudit(db: Kysely<Tables>, kind: Engine['kind'], entry: AuditEntry): Promise<number> {
  try {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(auditLock)})`.execute(db);
    const { seq } = await db
      .insertInto('audit')
      .values((row) => ({
        ...columns(entry),
        seq: row
          .selectFrom('audit')
          .select((line) => line.eb(line.fn.coalesce(line.fn.max('seq'), line.val(0)), '+', 1).as('next')),
      }))
      .returning('seq')
      .executeTakeFirstOrThrow();
    return Number(seq);
  } catch (error) {
    throw new StorageUnavailable('the audit trail does not take a line, so nothing may happen', { cause: error });
  }
}

const columns = (entry: AuditEntry) => ({
  at: entry.at,
  action: entry.action,
  actor_kind: entry.actor.kind,
  actor_id: entry.actor.id,
  actor_name: entry.actor.name,
  customer_id: entry.customerId ?? null,
  invitation_id: entry.invitationId ?? null,
  connection_id: entry.connectionId ?? null,
  service_id: entry.serviceId ?? null,
  request_id: entry.requestId,
  details: JSON.stringify(entry.details ?? {}),
});

const lineOf = (row: Selectable<Tables['audit']>): AuditLine => ({
  sequence: Number(row.seq),
  at: row.at,
  action: Action.parse(row.action),
  actor: { kind: ActorKind.parse(row.actor_kind), id: row.actor_id, name: row.actor_name },
  customerId: row.customer_id,
  invitationId: row.invitation_id,
  connectionId: row.connection_id,
  serviceId: row.service_id,
  requestId: row.request_id,
  details: Details.parse(JSON.parse(row.details)),
});
