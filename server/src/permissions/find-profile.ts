import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { profileById, profiles } from '@latchkey/shared/permissions/profiles';
import type { PermissionProfileView } from '@latchkey/shared/api/permissions';
import type { Reads } from '../storage/store.ts';

type ProfilesOf = Pick<Reads, 'profiles'>;

/** One version of a profile: one that comes with Latchkey, or one that the provider made. */
export async function findProfile(
  reads: ProfilesOf,
  wanted: { readonly id: string; readonly version: number } | null,
): Promise<PermissionProfile | undefined> {
  if (wanted === null) return undefined;
  // Those that come along have one version each; an older one of theirs is judged by what is asked for now.
  return profileById(wanted.id) ?? (await reads.profiles.find(wanted.id, wanted.version))?.profile;
}

/** The same, where its absence is a fault of ours. */
export async function profileFor(
  reads: ProfilesOf,
  wanted: { readonly id: string; readonly version: number } | null,
): Promise<PermissionProfile> {
  const found = await findProfile(reads, wanted);
  if (found === undefined) throw new Error(`nobody knows the permission profile ${wanted?.id ?? 'that nobody named'}`);
  return found;
}

/** The newest version of a profile. */
export const findNewestProfile = async (reads: ProfilesOf, id: string): Promise<PermissionProfile | undefined> =>
  profileById(id) ?? (await reads.profiles.findNewest(id))?.profile;

/** Every profile in its newest version: Latchkey's own first. */
export async function listProfiles(reads: ProfilesOf): Promise<readonly PermissionProfileView[]> {
  const own = (await reads.profiles.listNewest()).map(({ profile, madeAt, madeBy }) => view(profile, madeBy, madeAt));
  return [...profiles.map((profile) => view(profile, null, null)), ...own];
}

export const view = (
  { id, version, permissions, directoryRoles = [] }: PermissionProfile,
  madeBy: string | null,
  madeAt: string | null,
): PermissionProfileView => ({
  profile: {
    id,
    version,
    permissions: permissions.map((permission) => ({ ...permission })),
    directoryRoles: [...directoryRoles],
  },
  madeBy,
  madeAt,
});
