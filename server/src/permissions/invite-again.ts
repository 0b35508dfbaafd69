import { actsAs } from '@latchkey/shared/permissions/acts-as';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import { mintId } from '../ids.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { makeLink } from '../invitations/link.ts';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { findNewestProfile } from './find-profile.ts';
import type { ListsLackingCustomers } from './list-lacking.ts';

interface Invited {
  readonly version: number;
  readonly made: { readonly customerId: string; readonly invitationId: string }[];
  /** Who has an invitation pending: that one is to be answered or cancelled first. */
  readonly pending: string[];
}

export interface InvitesAgain {
  invite(request: {
    readonly profileId: string;
    /** Undefined: all who lack something. */
    readonly customerIds: readonly string[] | undefined;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<Result<Invited, 'permission_profile_not_found'>>;
  /** One customer, by whichever profile is to be the next, whether or not anything is lacking. */
  change(request: {
    readonly connectionId: string;
    readonly profileId: string;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<
    Result<
      { readonly invitationId: string },
      'connection_not_found' | 'permission_profile_not_found' | 'customer_has_invitation'
    >
  >;
}

export interface AgainSettings {
  readonly linkKeys: LinkKeys;
  readonly invitationDays: number;
  readonly now: Clock;
}

export interface InviteAgainSettings extends AgainSettings {
  readonly store: Store;
  readonly lacking: ListsLackingCustomers;
}

/** A new invitation for whoever must approve a newer version. It orders nothing new: the service and the connection stay. */
export function createAgainInviter(settings: InviteAgainSettings): InvitesAgain {
  const { store, lacking } = settings;
  return {
    async invite({ profileId, customerIds, actor, requestId }) {
      const profile = await findNewestProfile(store.read, profileId);
      const found = await lacking.list(profileId);
      // A profile that mixes both kinds is nobody's to approve by one link.
      if (profile === undefined || !found.ok || actsAs(profile) === undefined)
        return err('permission_profile_not_found');
      const meant = found.value.customers.filter(({ customerId }) => customerIds?.includes(customerId) ?? true);
      const made: Invited['made'] = [];
      const pending: string[] = [];
      for (const { customerId, connectionId } of meant) {
        // oxlint-disable-next-line no-await-in-loop -- one transaction each: what is made stays, whatever becomes of the next
        const invitationId = await one(settings, { customerId, connectionId, profile, actor, requestId });
        if (invitationId === undefined) pending.push(customerId);
        else made.push({ customerId, invitationId });
      }
      return ok({ version: profile.version, made, pending });
    },
    async change({ connectionId, profileId, actor, requestId }) {
      const connection = await store.read.connections.find(connectionId);
      if (connection === undefined) return err('connection_not_found');
      const profile = await findNewestProfile(store.read, profileId);
      if (profile === undefined || actsAs(profile) === undefined) return err('permission_profile_not_found');
      const { customerId } = connection;
      const invitationId = await one(settings, { customerId, connectionId, profile, actor, requestId });
      return invitationId === undefined ? err('customer_has_invitation') : ok({ invitationId });
    },
  };
}

interface Case {
  readonly customerId: string;
  readonly connectionId: string;
  readonly profile: PermissionProfile;
  readonly actor: AuditActor;
  readonly requestId: string;
}

/** Undefined where there is one pending already. */
const one = (settings: AgainSettings & { readonly store: Store }, about: Case): Promise<string | undefined> =>
  settings.store.transact(async (tx) => {
    const { customerId, connectionId, profile, actor, requestId } = about;
    const [pending] = await tx.invitations.findPendingOf([customerId]);
    const before = await orderBefore(tx, connectionId);
    if (pending !== undefined || before === undefined) return undefined;
    const invitation = again(settings, before, about);
    await tx.invitations.add(invitation);
    const line = { at: invitation.createdAt, actor, customerId, invitationId: invitation.id, connectionId, requestId };
    const chosen = { method: invitation.method, profile: { id: profile.id, version: profile.version } };
    await tx.audit.append({
      ...line,
      action: 'invitation.created',
      details: { order: before.order, renews: before.id },
    });
    await tx.audit.append({ ...line, action: 'invitation.method_chosen', details: chosen });
    return invitation.id;
  });

/** What is asked for once more: the order of an invitation, or of the service where there was none. */
type Ordered = Pick<Invitation, 'customerId' | 'order' | 'reference'> & { readonly id: string | null };

async function orderBefore(tx: Transaction, connectionId: string): Promise<Ordered | undefined> {
  const connection = await tx.connections.find(connectionId);
  if (connection === undefined || connection.invitationId !== null)
    return connection && tx.invitations.find(connection.invitationId ?? '');
  const service = await tx.services.findOfCustomer(connection.customerId);
  return service && { id: null, customerId: service.customerId, order: service.order, reference: null };
}

/** The same order once more, by link, and ready to be sent. Its short name is held already, by the one before. */
export function again(
  { linkKeys, invitationDays, now }: AgainSettings,
  before: Omit<Ordered, 'id'>,
  {
    profile,
    actor,
  }: { readonly profile: { readonly id: string; readonly version: number }; readonly actor: AuditActor },
): Omit<Invitation, 'version'> {
  const at = now();
  const id = mintId('inv', at);
  return {
    id,
    customerId: before.customerId,
    order: before.order,
    method: 'invitation-link',
    profile: { id: profile.id, version: profile.version },
    status: 'ready',
    statusSince: at.toISOString(),
    startedAt: null,
    expiresAt: new Date(at.getTime() + invitationDays * 86_400_000).toISOString(),
    createdAt: at.toISOString(),
    createdBy: { objectId: actor.id ?? '', name: actor.name ?? '' },
    reference: null,
    link: makeLink(linkKeys, id, 1),
    refusal: null,
    newOneAskedAt: null,
  };
}
