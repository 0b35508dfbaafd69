import type { PermissionProfileView } from '@latchkey/shared/api/permissions';
import { resources, type PermissionProfile, type RequiredPermission } from '@latchkey/shared/permissions/profile';
import { profileById } from '@latchkey/shared/permissions/profiles';
import { err, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import { mintId } from '../ids.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { newRun } from '../validation-runs/run-keeper.ts';
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
      await lookAtOlder(tx, profile, { at: now(), actor, requestId });
      return view(profile, madeBy, at);
    });
  },
});

/** Whoever approved an older version is looked at again, so that each who lacks something is marked by what the tenant says now. */
async function lookAtOlder(
  tx: Transaction,
  { id, version }: PermissionProfile,
  { at, actor, requestId }: { readonly at: Date; readonly actor: AuditActor; readonly requestId: string },
): Promise<void> {
  const [older] = await tx.connections.findByOlderProfile({ id, version }, { after: '', limit: 1 });
  if (older === undefined) return;
  const begun = { kind: 'bulk', key: `profile ${id} ${version}`, at: at.toISOString(), by: actor.name ?? '' } as const;
  const run = newRun(mintId('run', at), begun);
  const total = await tx.runs.add(run, { choose: 'older_profile', profile: { id, version } });
  const details = { runId: run.id, kind: run.kind, total, chosen: { choose: 'older_profile', id, version } };
  await tx.audit.append({ at: begun.at, action: 'validation_run.started', actor, requestId, details });
}

/** Reading the grants back needs Directory.Read.All, of each kind that is asked for. */
const canBeProved = (permissions: readonly RequiredPermission[]): boolean =>
  permissions.some(
    ({ resourceAppId, value, required }) =>
      required && resourceAppId === resources.graph && value.toLowerCase() === 'directory.read.all',
  );
