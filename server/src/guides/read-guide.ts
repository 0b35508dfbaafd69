import type { GuideView } from '@latchkey/shared/api/guides';
import type { Cloud } from '@latchkey/shared/clouds/cloud';
import { permissionsBladeLink } from '@latchkey/shared/clouds/portal-links';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { Connection } from '../connections/connection-repository.ts';
import type { Customer } from '../customers/customer-repository.ts';
import { connectionOf, type SeenConnection } from '../invitations/connection-of.ts';
import { findProfile } from '../permissions/find-profile.ts';
import type { Reads } from '../storage/store.ts';
import type { Validation } from '../validation/validation-repository.ts';

/** What a guide needs to know of the deployment. */
export interface GuideSettings {
  readonly cloud: Cloud;
  readonly providerName: string;
  /** Application id of the consent app. */
  readonly appId: string;
}

export interface ReadsGuides {
  read(invitationId: string): Promise<Result<GuideView, 'invitation_not_found'>>;
}

/**
 * The guide of an invitation, with its customer's connection once its own consent is on record. The same for operators and for guests, so
 * it names no account: whom a grant is limited to is left out as well.
 */
export const createGuideReader = (reads: Reads, settings: GuideSettings): ReadsGuides => ({
  async read(invitationId) {
    // The sequence is read first: what is shown is at least as new as it says.
    const sequence = await reads.audit.latestSequence();
    const invitation = await reads.invitations.find(invitationId);
    const customer = invitation && (await reads.customers.find(invitation.customerId));
    if (invitation === undefined || customer === undefined) return err('invitation_not_found');
    const seen = await connectionOf(reads, invitation);
    const connection = seen?.connection;
    const latest = seen && (await lastLook(reads, seen));
    const { providerName, appId } = settings;
    return ok({
      invitationId,
      providerName,
      tenant: { id: customer.tenantId, domain: customer.domain },
      appId,
      status: invitation.status,
      ...whereItStands(settings, customer, connection?.registrationObjectId ?? null),
      asked: ((await findProfile(reads, invitation.profile))?.permissions ?? []).map((permission) => ({
        ...permission,
      })),
      required: latest?.permissions?.map((line) => ({ ...line, principalIds: [] })) ?? null,
      verdict: verdictOf(connection),
      checkedAt: readBackAt(latest),
      sequence,
    });
  },
});

function whereItStands({ cloud, appId }: GuideSettings, { tenantId }: Customer, objectId: string | null) {
  if (objectId === null) return { registration: null, permissionsBlade: null };
  const ids = { tenantId, objectId, appId };
  const permissionsBlade = {
    entra: permissionsBladeLink(cloud, ids, 'entra'),
    portal: permissionsBladeLink(cloud, ids, 'portal'),
  };
  return { registration: { objectId }, permissionsBlade };
}

function verdictOf(connection: Connection | undefined): GuideView['verdict'] {
  const verdict = connection?.verdict;
  if (verdict === undefined || verdict === null) return null;
  return { ...verdict, checks: verdict.checks.map((check) => ({ ...check, about: [...check.about] })) };
}

type Look = Pick<Validation, 'at' | 'permissions'>;

/** The newest look at what the invitation is about: a consent that is not proved yet has its own. */
async function lastLook(reads: Reads, { connection, candidate }: SeenConnection): Promise<Look | undefined> {
  if (candidate === undefined) return reads.validations.findLatest(connection.id);
  return { at: candidate.verdict.at, permissions: candidate.permissions };
}

/** A run that could not read the grants has not looked at them. */
const readBackAt = (latest: Look | undefined): string | null =>
  latest === undefined || latest.permissions === null ? null : latest.at;
