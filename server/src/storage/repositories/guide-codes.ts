import type { Kysely } from 'kysely';
import type { GuideCodeRepository } from '../../guests/guide-code-repository.ts';
import type { Tables } from '../tables.ts';

/** One-time codes of the invitation pages, on either engine. */
export function guideCodeRepository(db: Kysely<Tables>): GuideCodeRepository {
  return {
    find: async (hash) => {
      const row = await db.selectFrom('guide_codes').selectAll().where('hash', '=', hash).executeTakeFirst();
      return (
        row && {
          hash,
          invitationId: row.invitation_id,
          visitHash: row.visit_hash,
          linkVersion: row.link_version,
          goodUntil: row.good_until,
          usedAt: row.used_at,
        }
      );
    },
    add: async ({ hash, invitationId, visitHash, linkVersion, goodUntil }, at) => {
      await db
        .updateTable('guide_codes')
        .set({ used_at: at })
        .where('visit_hash', '=', visitHash)
        .where('used_at', 'is', null)
        .execute();
      await db
        .insertInto('guide_codes')
        .values({
          hash,
          invitation_id: invitationId,
          visit_hash: visitHash,
          link_version: linkVersion,
          good_until: goodUntil,
          used_at: null,
        })
        .execute();
    },
    use: async (hash, at) => {
      const { numUpdatedRows } = await db
        .updateTable('guide_codes')
        .set({ used_at: at })
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .where('good_until', '>', at)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
