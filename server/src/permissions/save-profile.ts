import type { PermissionProfileView } from '@latchkey/shared/api/permissions';
import { resources, type PermissionProfile, type RequiredPermission } from '@latchkey/shared/permissions/profile';
import { profileById } from '@latchkey/shared/permissions/profiles';
import { err, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { view } from './find-profile.ts';

export interface NewProfile {
  readonly id: string;
  /** The version that this one follows; 0 for a new profile. */
  readonly follows: number;
  readonly permissions: readonly RequiredPermission[];
  readonly directoryRoles: readonly string[];
  readonly actor: AuditActor;
  readonly requestId: string;
}

type SaveFault = 'permission_profile_reserved' | 'permission_profile_blind' | 'changed_meanwhile';

export interface SavesProfiles {
  save(wanted: NewProfile): Promise<Result<PermissionProfileView, SaveFault>>;
}

/** Keeps the next version of a profile that the provider made. What customers approved before stays as it was. */
export const createProfileSaver = ({ store, now }: { readonly store: Store; readonly now: Clock }): SavesProfiles => ({
  async save({ id, follows, permissions, directoryRoles, actor, requestId }) {
    if (profileById(id) !== undefined) return err('permission_profile_reserved');
    if (!canBeProved(permissions)) return err('permission_profile_blind');
    const profile: PermissionProfile = {
      id,
      version: follows + 1,
      permissions: permissions.map((permission) => ({ ...permission })),
      directoryRoles: directoryRoles.map((role) => role.toLowerCase()),
    };
    const at = now().toISOString();
    return transactOrRefuse<PermissionProfileView, SaveFault>(store, async (tx, refuse) => {
      const newest = await tx.profiles.findNewest(id);
      if ((newest?.profile.version ?? 0) !== follows) throw refuse('changed_meanwhile');
      const madeBy = actor.name ?? '';
      if (!(await tx.profiles.add({ profile, madeAt: at, madeBy }))) throw refuse('changed_meanwhile');
      await tx.audit.append({ at, action: 'permission_profile.saved', actor, requestId, details: { profile } });
      return view(profile, madeBy, at);
    });
  },
});

/** Reading the grants back needs Directory.Read.All, of each kind that is asked for. */
const canBeProved = (permissions: readonly RequiredPermission[]): boolean =>
  permissions.some(
    ({ resourceAppId, value, required }) =>
      required && resourceAppId === resources.graph && value.toLowerCase() === 'directory.read.all',
  );
