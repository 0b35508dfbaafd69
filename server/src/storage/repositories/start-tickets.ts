import type { Kysely } from 'kysely';
import type { StartTicketRepository } from '../../invitations/start-ticket-repository.ts';
import type { VisitRepository } from '../../invitations/visit-repository.ts';
import type { Tables } from '../tables.ts';

/** One-time addresses of the Start page, on either engine. */
export function startTicketRepository(db: Kysely<Tables>): StartTicketRepository {
  return {
    find: async (hash) => {
      const row = await db.selectFrom('start_tickets').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row && { hash, invitationId: row.invitation_id, goodUntil: row.good_until, usedAt: row.used_at };
    },
    add: async ({ hash, invitationId, goodUntil }) => {
      await db
        .insertInto('start_tickets')
        .values({ hash, invitation_id: invitationId, good_until: goodUntil, used_at: null })
        .execute();
    },
    use: async (hash, at) => {
      const { numUpdatedRows } = await db
        .updateTable('start_tickets')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('good_until', '>', at)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

/** Browsers that hold a link, on either engine. */
export function visitRepository(db: Kysely<Tables>): VisitRepository {
  return {
    add: async (visit) => {
      await db
        .insertInto('invitation_visits')
        .values({
          cookie_hash: visit.cookieHash,
          invitation_id: visit.invitationId,
          link_version: visit.linkVersion,
          expires_at: visit.expiresAt,
        })
        .execute();
    },
    find: async (cookieHash, now) => {
      const row = await db
        .selectFrom('invitation_visits')
        .selectAll()
        .where('cookie_hash', '=', cookieHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { cookieHash, invitationId: row.invitation_id, linkVersion: row.link_version, expiresAt: row.expires_at };
    },
    sweep: async (now) => {
      await db.deleteFrom('invitation_visits').where('expires_at', '<=', now).execute();
    },
  };
}
