import type { Kysely, Selectable } from 'kysely';
import type { ConsentStart, StartRepository } from '../../consent/start-repository.ts';
import type { Sealed } from '../../sealing/sealer.ts';
import type { Tables } from '../tables.ts';

/** Consent transactions, on either engine. */
export function startRepository(db: Kysely<Tables>): StartRepository {
  const all = () => db.selectFrom('starts').selectAll();
  const open = () => db.updateTable('starts').where('used_at', 'is', null).where('superseded_at', 'is', null);
  const one = async (query: ReturnType<typeof all>) => {
    const row = await query.executeTakeFirst();
    return row && startOf(row);
  };
  return {
    findByState: (stateHash) => one(all().where('state_hash', '=', stateHash)),
    findLatest: (invitationId) =>
      one(all().where('invitation_id', '=', invitationId).orderBy('created_at', 'desc').orderBy('id', 'desc')),
    add: async (start) => {
      await db.insertInto('starts').values(columns(start)).execute();
    },
    use: async (id, at) => {
      const { numUpdatedRows } = await open().set({ used_at: at }).where('id', '=', id).executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    supersedeAll: async (invitationId, at) => {
      const { numUpdatedRows } = await open()
        .set({ superseded_at: at, sealed: '' })
        .where('invitation_id', '=', invitationId)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    forgetSealed: async (id) => {
      await db.updateTable('starts').set({ sealed: '' }).where('id', '=', id).execute();
    },
  };
}

const columns = (start: Omit<ConsentStart, 'usedAt' | 'supersededAt'>) => ({
  id: start.id,
  invitation_id: start.invitationId,
  kind: start.kind,
  state_hash: start.stateHash,
  cookie_hash: start.cookieHash,
  sealed: start.sealed,
  created_at: start.createdAt,
  used_at: null,
  superseded_at: null,
});

const startOf = (row: Selectable<Tables['starts']>): ConsentStart => ({
  id: row.id,
  invitationId: row.invitation_id,
  kind: row.kind === 'adminconsent' ? 'adminconsent' : 'authorize',
  stateHash: row.state_hash,
  cookieHash: row.cookie_hash,
  sealed: row.sealed as Sealed,
  createdAt: row.created_at,
  usedAt: row.used_at,
  supersededAt: row.superseded_at,
});
