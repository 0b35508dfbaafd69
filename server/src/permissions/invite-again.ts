import { actsAs } from '@latchkey/shared/permissions/acts-as';
import type { PermissionProfile } from '@latchkey/shared/permissions/profile';
import type { PendingBefore } from '@latchkey/shared/api/approve-again';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { keepIfAsked, partOf } from '../idempotency/keep-once.ts';
import { readPendingBefore } from '../invitations/replace-pending.ts';
import type { Store, Transaction } from '../storage/store.ts';
import { findNewestProfile } from './find-profile.ts';
import type { ListsLackingCustomers } from './list-lacking.ts';
import { makeAgain, type AgainSettings, type Made, type Ordered } from './make-again.ts';

interface Invited {
  readonly version: number;
  readonly made: { readonly customerId: string; readonly invitationId: string }[];
  /** How many pending invitations those took the place of. */
  readonly replaced: number;
  /** Whose pending invitation stays. */
  readonly pending: string[];
}

interface AgainRequest {
  readonly profileId: string;
  /** Whether what is pending is replaced, where that may be. */
  readonly replacePending: boolean | undefined;
  readonly actor: AuditActor;
  readonly requestId: string;
  readonly idempotency: IdempotencyTicket | undefined;
}

type NotFound = 'connection_not_found' | 'permission_profile_not_found';
type InviteFault = 'permission_profile_not_found' | 'idempotency_key_reused' | 'changed_meanwhile';
type ChangeFault = NotFound | 'customer_has_invitation' | 'idempotency_key_reused' | 'changed_meanwhile';

export interface InvitesAgain {
  /** All who lack something, or those of a list. */
  invite(
    request: AgainRequest & { readonly customerIds: readonly string[] | undefined },
  ): Promise<Result<Invited, InviteFault>>;
  /** One customer, by whichever profile is to be the next, whether or not anything is lacking. */
  change(request: AgainRequest & { readonly connectionId: string }): Promise<Result<Made, ChangeFault>>;
  /** What a new invitation would find; by the profile of the connection where none is named. */
  readPending(about: {
    readonly connectionId: string;
    readonly profileId: string | undefined;
  }): Promise<Result<{ readonly pending: PendingBefore }, NotFound>>;
}

export interface InviteAgainSettings extends AgainSettings {
  readonly store: Store;
  readonly lacking: ListsLackingCustomers;
}

/** A new invitation for whoever must approve a newer version. It orders nothing new: the service and the connection stay. */
export function createAgainInviter(settings: InviteAgainSettings): InvitesAgain {
  const { store, lacking } = settings;
  return {
    async invite({ profileId, customerIds, ...request }) {
      const profile = await findNewestProfile(store.read, profileId);
      const found = await lacking.list(profileId);
      // A profile that mixes both kinds is nobody's to approve by one link.
      if (profile === undefined || !found.ok || actsAs(profile) === undefined)
        return err('permission_profile_not_found');
      const meant = found.value.customers.filter(({ customerId }) => customerIds?.includes(customerId) ?? true);
      const made: Invited['made'] = [];
      const pending: string[] = [];
      let replaced = 0;
      for (const { customerId, connectionId } of meant) {
        const idempotency = partOf(request.idempotency, customerId);
        // oxlint-disable-next-line no-await-in-loop -- one transaction each: what is made stays, whatever becomes of the next
        const done = await one(settings, { ...request, connectionId, profile, idempotency });
        if (done.ok) {
          made.push({ customerId, invitationId: done.value.invitationId });
          replaced += done.value.replaced;
        } else if (done.error.code === 'customer_has_invitation') pending.push(customerId);
        else return err(done.error.code);
      }
      return ok({ version: profile.version, made, replaced, pending });
    },
    async change({ connectionId, profileId, ...request }) {
      const connection = await store.read.connections.find(connectionId);
      if (connection === undefined) return err('connection_not_found');
      const profile = await findNewestProfile(store.read, profileId);
      if (profile === undefined || actsAs(profile) === undefined) return err('permission_profile_not_found');
      return one(settings, { ...request, connectionId, profile });
    },
    async readPending({ connectionId, profileId }) {
      const connection = await store.read.connections.find(connectionId);
      if (connection === undefined) return err('connection_not_found');
      const profile = profileId === undefined ? connection.profile : await findNewestProfile(store.read, profileId);
      if (profile === undefined) return err('permission_profile_not_found');
      return ok({ pending: await readPendingBefore(store.read, connection.customerId, profile) });
    },
  };
}

interface Case extends Omit<AgainRequest, 'profileId'> {
  readonly connectionId: string;
  readonly profile: PermissionProfile;
}

type OneFault = 'customer_has_invitation' | 'idempotency_key_reused' | 'changed_meanwhile';

/** Under the same key it is the same invitation. */
const one = (settings: InviteAgainSettings, about: Case): Promise<Result<Made, OneFault>> =>
  transactOrRefuse<Made, OneFault>(settings.store, async (tx, refuse) => {
    const { connectionId, profile, replacePending, actor, requestId, idempotency } = about;
    const kept = idempotency && (await tx.idempotency.find(idempotency.key, idempotency.operatorId));
    if (kept !== undefined && kept.fingerprint !== idempotency?.fingerprint) throw refuse('idempotency_key_reused');
    if (kept !== undefined) return kept.response as Made;
    const before = await orderBefore(tx, connectionId);
    if (before === undefined) throw refuse('customer_has_invitation');
    const request = { before, connectionId, profile, replaces: replacePending === true, actor, requestId };
    const made = await makeAgain(tx, settings, request, refuse);
    const at = settings.now().toISOString();
    await tx.audit.append({
      at,
      action: 'invitation.method_chosen',
      actor,
      customerId: before.customerId,
      invitationId: made.invitationId,
      connectionId,
      requestId,
      details: { method: 'invitation-link', profile: { id: profile.id, version: profile.version } },
    });
    if (!(await keepIfAsked(tx, idempotency, { status: 201, response: made, at }))) throw refuse('changed_meanwhile');
    return made;
  });

async function orderBefore(tx: Transaction, connectionId: string): Promise<Ordered | undefined> {
  const connection = await tx.connections.find(connectionId);
  if (connection === undefined || connection.invitationId !== null)
    return connection && tx.invitations.find(connection.invitationId ?? '');
  const service = await tx.services.findOfCustomer(connection.customerId);
  return service && { id: null, customerId: service.customerId, order: service.order, reference: null };
}
