import type { ConsentDiffView } from '@latchkey/shared/api/permissions';
import { consentDiff, leastRole, type ConsentDiff } from '@latchkey/shared/permissions/consent-diff';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Reads } from '../storage/store.ts';
import { findNewestProfile, findProfile } from './find-profile.ts';

export interface ReadsConsentDiffs {
  /** By the invitation's own profile, or by the newest version of the one that is named. */
  read(
    invitationId: string,
    profileId?: string,
  ): Promise<Result<ConsentDiffView, 'invitation_not_found' | 'permission_profile_not_found'>>;
  /** By the newest version of a profile, for a connection that is there. */
  readFor(
    connectionId: string,
    profileId: string,
  ): Promise<Result<ConsentDiffView, 'connection_not_found' | 'permission_profile_not_found'>>;
}

/** What a consent would change in a customer's tenant, by what was read back there last. Microsoft is not asked. */
export async function diffFor(
  reads: Pick<Reads, 'connections' | 'validations'>,
  customerId: string,
  profile: PermissionProfile,
): Promise<{ readonly diff: ConsentDiff; readonly readAt: string | null }> {
  const connection = await reads.connections.findByCustomer(customerId);
  const latest = connection && (await reads.validations.findLatest(connection.id));
  const lines = latest?.permissions ?? null;
  return { diff: consentDiff(profile, lines), readAt: lines === null ? null : (latest?.at ?? null) };
}

export const createConsentDiffReader = (reads: Reads): ReadsConsentDiffs => ({
  async read(invitationId, profileId) {
    const invitation = await reads.invitations.find(invitationId);
    if (invitation === undefined) return err('invitation_not_found');
    const { customerId } = invitation;
    // Before a method was chosen, the one that most choose is shown.
    const profile =
      profileId === undefined
        ? ((await findProfile(reads, invitation.profile)) ?? directRoutingDelegated)
        : await findNewestProfile(reads, profileId);
    if (profile === undefined) return err('permission_profile_not_found');
    return ok(await viewOf(reads, customerId, profile));
  },
  async readFor(connectionId, profileId) {
    const connection = await reads.connections.find(connectionId);
    if (connection === undefined) return err('connection_not_found');
    const profile = await findNewestProfile(reads, profileId);
    if (profile === undefined) return err('permission_profile_not_found');
    return ok(await viewOf(reads, connection.customerId, profile));
  },
});

async function viewOf(reads: Reads, customerId: string, profile: PermissionProfile): Promise<ConsentDiffView> {
  const { diff, readAt } = await diffFor(reads, customerId, profile);
  const { known: _, ...places } = diff;
  return {
    profile: { id: profile.id, version: profile.version },
    readAt,
    ...copied(places),
    leastRole: { box: leastRole(profile, 'box'), noBox: leastRole(profile, 'no_box') },
  };
}

const copied = ({ adds, keeps, wouldRevoke, optional, unavailable }: Omit<ConsentDiff, 'known'>) => ({
  adds: [...adds],
  keeps: [...keeps],
  wouldRevoke: [...wouldRevoke],
  optional: [...optional],
  unavailable: [...unavailable],
});
