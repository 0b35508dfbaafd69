import { sql, type Kysely, type SqlBool } from 'kysely';
import { invitationStatuses, move } from '@latchkey/shared/invitations/status';
import type { Invitation, InvitationRepository } from '../../invitations/invitation-repository.ts';
import type { Tables } from '../tables.ts';
import { count, total } from './counters.ts';
import { invitationColumns, invitationOf, pendingFlag } from './invitation-columns.ts';

const expirable = invitationStatuses.filter((status) => move(status, 'expire') !== undefined);

/** Whether the newest mail with its link was taken by then. What was dropped was never sent. */
const isMailedBy = (moment: string) => sql<SqlBool>`exists (
  select 1 from invitation_mails where invitation_mails.state = 'sent' and invitation_mails.done_at <= ${moment}
    and invitation_mails.id = (select max(mails.id) from invitation_mails mails where mails.invitation_id = invitations.id
      and mails.link_version = invitations.link_version and mails.state <> 'dropped'))`;

/** The key is that of `reminderKey`. */
const isNotReminded = sql<SqlBool>`not exists (select 1 from invitation_mails where invitation_mails.once_key =
  'remind:' || invitations.id || ':' || cast(invitations.link_version as text))`;

/** Invitations, on either engine. */
export function invitationRepository(db: Kysely<Tables>): InvitationRepository {
  const all = () => db.selectFrom('invitations').selectAll();
  const one = async (query: ReturnType<typeof all>) => {
    const row = await query.executeTakeFirst();
    return row && invitationOf(row);
  };
  return {
    find: (id) => one(all().where('id', '=', id)),
    findByLinkHash: (hash) => one(all().where('link_hash', '=', hash)),
    findByTypedCodeHash: (hash) => one(all().where('typed_code_hash', '=', hash)),
    wasLink: async (hash) =>
      (await db.selectFrom('former_links').select('hash').where('hash', '=', hash).executeTakeFirst()) !== undefined,
    wasTypedCode: async (hash) =>
      (await db.selectFrom('former_links').select('hash').where('typed_code_hash', '=', hash).executeTakeFirst()) !==
      undefined,
    findPendingOf: async (customerIds) => {
      if (customerIds.length === 0) return [];
      const query = all().where('customer_id', 'in', customerIds).where('pending', '=', 1);
      return (await query.orderBy('created_at', 'desc').orderBy('id', 'desc').execute()).map(invitationOf);
    },
    list: async ({ which, before, limit }) => {
      let query = all().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit);
      if (which === 'pending') query = query.where('pending', '=', 1);
      if (before !== null) {
        query = query.where((row) => row.eb(row.refTuple('created_at', 'id'), '<', row.tuple(before.at, before.id)));
      }
      return (await query.execute()).map(invitationOf);
    },
    count: (which) => total(db, which === 'pending' ? 'pending_invitations' : 'invitations'),
    pastExpiry: async (now, limit) => {
      const query = all().where('pending', '=', 1).where('expires_at', '<=', now).where('status', 'in', expirable);
      return (await query.orderBy('expires_at').limit(limit).execute()).map(invitationOf);
    },
    toRemind: async ({ now, until, mailedBy, statuses, after, limit }) => {
      let query = all().where('pending', '=', 1).where('expires_at', '>', now).where('expires_at', '<=', until);
      query = query.where('status', 'in', statuses).where(isMailedBy(mailedBy)).where(isNotReminded);
      if (after !== null)
        query = query.where((row) => row.eb(row.refTuple('expires_at', 'id'), '>', row.tuple(after.at, after.id)));
      return (await query.orderBy('expires_at').orderBy('id').limit(limit).execute()).map(invitationOf);
    },
    add: async (invitation) => {
      await db
        .insertInto('invitations')
        .values({ ...invitationColumns(invitation), version: 1 })
        .execute();
      await count(db, 'invitations', 1);
      if (pendingFlag(invitation.status) === 1) await count(db, 'pending_invitations', 1);
    },
    replace: async (next, expectedVersion) => {
      const before = await db
        .selectFrom('invitations')
        .select(['pending', 'link_hash', 'typed_code_hash'])
        .where('id', '=', next.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      if (before === undefined) return false;
      const { numUpdatedRows } = await db
        .updateTable('invitations')
        .set({ ...invitationColumns(next), version: expectedVersion + 1 })
        .where('id', '=', next.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      await keepFormerLink(db, next, before);
      const pending = pendingFlag(next.status);
      if (pending !== before.pending) await count(db, 'pending_invitations', pending === 1 ? 1 : -1);
      return true;
    },
  };
}

/** A link that another takes the place of stays known: who holds it is told that it was renewed. */
async function keepFormerLink(
  db: Kysely<Tables>,
  { id, link }: Omit<Invitation, 'version'>,
  before: { readonly link_hash: string | null; readonly typed_code_hash: string | null },
): Promise<void> {
  const { link_hash: hash, typed_code_hash: code } = before;
  if (hash === null || code === null || hash === link?.hash) return;
  await db
    .insertInto('former_links')
    .values({ hash, typed_code_hash: code, invitation_id: id })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}
