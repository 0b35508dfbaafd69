import type { Kysely, Selectable } from 'kysely';
import { pendingStatuses } from '@latchkey/shared/invitations/status';
import { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { ProfileRepository, StoredProfile } from '../../permissions/profile-repository.ts';
import type { Tables } from '../tables.ts';

/** Permission profiles that the provider made, on either engine. */
export function profileRepository(db: Kysely<Tables>): ProfileRepository {
  const all = () => db.selectFrom('permission_profiles').selectAll();
  const one = async (query: ReturnType<typeof all>) => {
    const row = await query.executeTakeFirst();
    return row && storedOf(row);
  };
  return {
    find: (id, version) => one(all().where('id', '=', id).where('version', '=', version)),
    findNewest: (id) => one(all().where('id', '=', id).orderBy('version', 'desc')),
    listNewest: async () => {
      const rows = await all().orderBy('id').orderBy('version', 'desc').execute();
      const newest = rows.filter((row, place) => rows[place - 1]?.id !== row.id);
      return newest.map(storedOf);
    },
    listInUse: async () => {
      const standing = await db.selectFrom('connections').select('profile_id').distinct().execute();
      const waiting = await db
        .selectFrom('invitations')
        .select('profile_id')
        .distinct()
        .where('status', 'in', pendingStatuses)
        .execute();
      const ids = [...standing, ...waiting].flatMap(({ profile_id: id }) => (id === null ? [] : [id]));
      return [...new Set(ids)].toSorted();
    },
    add: async ({ profile, madeAt, madeBy }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('permission_profiles')
        .values({
          id: profile.id,
          version: profile.version,
          body: JSON.stringify(profile),
          made_at: madeAt,
          made_by: madeBy,
        })
        .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}

const storedOf = (row: Selectable<Tables['permission_profiles']>): StoredProfile => ({
  profile: PermissionProfile.parse(JSON.parse(row.body)),
  madeAt: row.made_at,
  madeBy: row.made_by,
});
