import type { AuditActor, AuditEntry } from '../audit/audit-repository.ts';
import type { Clock } from '../clock.ts';
import { mintId } from '../ids.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { makeLink } from '../invitations/link.ts';
import { replacePending } from '../invitations/replace-pending.ts';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Transaction } from '../storage/store.ts';

export interface AgainSettings {
  readonly linkKeys: LinkKeys;
  readonly invitationDays: number;
  readonly now: Clock;
}

/** What is asked for once more: the order of an invitation, or of the service where there was none. */
export type Ordered = Pick<Invitation, 'customerId' | 'order' | 'reference'> & { readonly id: string | null };

export interface Again {
  readonly before: Ordered;
  readonly connectionId: string;
  readonly profile: { readonly id: string; readonly version: number };
  /** Whether it takes the place of what is pending, where that may be. */
  readonly replaces: boolean;
  readonly actor: AuditActor;
  readonly requestId: string;
  /** What its line in the trail says beside the order and what it renews. */
  readonly details?: AuditEntry['details'];
}

export interface Made {
  readonly invitationId: string;
  /** How many pending invitations it took the place of. */
  readonly replaced: number;
}

/** The same order once more, by link, and ready to be sent: for a customer who has none pending, or in place of that one. */
export async function makeAgain(
  tx: Transaction,
  settings: AgainSettings,
  { before, connectionId, profile, replaces, actor, requestId, details }: Again,
  refuse: (code: 'customer_has_invitation') => Error,
): Promise<Made> {
  const now = settings.now();
  const { customerId } = before;
  const invitation = again(settings, before, { profile, actor, now });
  const newer = { invitationId: invitation.id, customerId, profile, isWanted: replaces, now, actor, requestId };
  const replaced = await replacePending(tx, newer, refuse);
  await tx.invitations.add(invitation);
  await tx.audit.append({
    at: invitation.createdAt,
    action: 'invitation.created',
    actor,
    customerId,
    invitationId: invitation.id,
    connectionId,
    requestId,
    details: { order: before.order, renews: before.id, ...details },
  });
  return { invitationId: invitation.id, replaced };
}

/** Its short name is held already, by the one before. */
function again(
  { linkKeys, invitationDays }: AgainSettings,
  before: Ordered,
  { profile, actor, now }: Pick<Again, 'profile' | 'actor'> & { readonly now: Date },
): Omit<Invitation, 'version'> {
  const id = mintId('inv', now);
  const at = now.toISOString();
  return {
    id,
    customerId: before.customerId,
    order: before.order,
    method: 'invitation-link',
    profile: { id: profile.id, version: profile.version },
    status: 'ready',
    statusSince: at,
    startedAt: null,
    expiresAt: new Date(now.getTime() + invitationDays * 86_400_000).toISOString(),
    createdAt: at,
    createdBy: { objectId: actor.id ?? '', name: actor.name ?? '' },
    reference: null,
    link: makeLink(linkKeys, id, 1),
    refusal: null,
    newOneAskedAt: null,
  };
}
