import type { Insertable, Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { DeliveryFault } from '@latchkey/shared/alerts/delivery-fault';
import { MailLanguage } from '@latchkey/shared/mail/mail-language';
import {
  isAboutLink,
  owedKinds,
  type InvitationMail,
  type InvitationMailQueue,
  type InvitationMailRepository,
  type MailFailure,
} from '../../invitation-mails/invitation-mail-repository.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';

type Row = Selectable<Tables['invitation_mails']>;

const OwedKind = z.enum(owedKinds);
const State = z.enum(['waiting', 'sent', 'failed', 'dropped']);
const ActorKind = z.enum(['operator', 'customer', 'system']);

/** Mails about invitations, on either engine. */
export function invitationMailRepository(db: Kysely<Tables>): InvitationMailRepository {
  const all = () => db.selectFrom('invitation_mails').selectAll();
  return {
    ...endings(db),
    newestOf: async (invitationIds) => {
      if (invitationIds.length === 0) return [];
      // Ids are minted so that newer sorts after older.
      const newest = db
        .selectFrom('invitation_mails')
        .select((row) => row.fn.max('id').as('id'))
        .where('invitation_id', 'in', invitationIds)
        .where('kind', '<>', 'result')
        .groupBy('invitation_id');
      return (await all().where('id', 'in', newest).execute()).map(mailOf).filter(isAboutLink);
    },
    takenOf: async (invitationIds) => {
      if (invitationIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('invitation_mails')
        .select((row) => ['invitation_id', row.fn.countAll().as('taken')])
        .where('invitation_id', 'in', invitationIds)
        .where('state', '=', 'sent')
        .where('kind', '<>', 'result')
        .groupBy('invitation_id')
        .execute();
      return new Map(rows.map((row) => [row.invitation_id, Number(row.taken)]));
    },
    listOf: async (invitationId) =>
      (await all().where('invitation_id', '=', invitationId).orderBy('id', 'desc').execute()).map(mailOf),
    add: async (mail) => {
      const added = await db
        .insertInto('invitation_mails')
        .values(columnsOf(mail))
        .onConflict((conflict) => conflict.column('once_key').doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
    dropWaiting: async (invitationId, at) => {
      const dropped = await db
        .updateTable('invitation_mails')
        .set({ state: 'dropped', done_at: at })
        .where('invitation_id', '=', invitationId)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return Number(dropped.numUpdatedRows);
    },
  };
}

/** Claiming: in Postgres claimants pass over each other's rows, in SQLite there is one writer anyway. */
export const invitationMailQueue = (db: Kysely<Tables>, engine: Engine['kind']): InvitationMailQueue => ({
  ...endings(db),
  claim: ({ now, leasedUntil, limit }) =>
    db.transaction().execute(async (tx) => {
      let due = tx.selectFrom('invitation_mails').select('id').where('state', '=', 'waiting').where('due', '<=', now);
      if (engine === 'postgres') due = due.forUpdate().skipLocked();
      const ids = (await due.orderBy('due').orderBy('id').limit(limit).execute()).map(({ id }) => id);
      if (ids.length === 0) return [];
      const claimed = await tx
        .updateTable('invitation_mails')
        .set((row) => ({ due: leasedUntil, claims: row.eb('claims', '+', 1) }))
        .where('id', 'in', ids)
        .returningAll()
        .execute();
      return claimed.map(mailOf);
    }),
});

function endings(db: Kysely<Tables>): Pick<InvitationMailRepository, 'done' | 'putOff'> {
  const mine = ({ id, claims }: InvitationMail) =>
    db.updateTable('invitation_mails').where('id', '=', id).where('claims', '=', claims).where('state', '=', 'waiting');
  return {
    done: async (claimed, { state, at, failure }) => {
      const failed = failure && { ...failureColumns(failure), tries: claimed.tries + 1 };
      const query = mine(claimed).set({ state, done_at: at, ...failed });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
    putOff: async (claimed, { due, tries, failure }) => {
      const query = mine(claimed).set({ due, tries, ...failureColumns(failure) });
      return (await query.executeTakeFirst()).numUpdatedRows === 1n;
    },
  };
}

const failureColumns = ({ fault, code, at }: MailFailure) => ({ fault, fault_code: code, fault_at: at });

const columnsOf = (mail: InvitationMail): Insertable<Tables['invitation_mails']> => ({
  id: mail.id,
  invitation_id: mail.invitationId,
  link_version: mail.linkVersion,
  kind: mail.kind,
  receiver: mail.to,
  language: mail.language,
  state: mail.state,
  claims: mail.claims,
  tries: mail.tries,
  due: mail.due,
  queued_at: mail.queuedAt,
  queued_by_kind: mail.queuedBy.kind,
  queued_by_id: mail.queuedBy.id,
  queued_by_name: mail.queuedBy.name,
  once_key: mail.onceKey,
  done_at: mail.doneAt,
  fault: mail.failure?.fault ?? null,
  fault_code: mail.failure?.code ?? null,
  fault_at: mail.failure?.at ?? null,
});

const mailOf = (row: Row): InvitationMail => ({
  id: row.id,
  invitationId: row.invitation_id,
  linkVersion: row.link_version,
  kind: OwedKind.parse(row.kind),
  to: row.receiver,
  language: MailLanguage.parse(row.language),
  state: State.parse(row.state),
  claims: row.claims,
  tries: row.tries,
  due: row.due,
  queuedAt: row.queued_at,
  queuedBy: { kind: ActorKind.parse(row.queued_by_kind), id: row.queued_by_id, name: row.queued_by_name },
  onceKey: row.once_key,
  doneAt: row.done_at,
  failure:
    row.fault === null || row.fault_at === null
      ? null
      : { fault: DeliveryFault.parse(row.fault), code: row.fault_code, at: row.fault_at },
});
