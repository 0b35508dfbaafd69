import { err, type Result } from '@latchkey/shared/result';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Customer } from '../customers/customer-repository.ts';
import { checkPin } from '../tenants/pin.ts';
import type { FoundTenant } from '../tenants/tenant-directory.ts';
import type { ChooseSettings, InvitationRequest } from './choose-method.ts';
import { connectionOf, type SeenConnection } from './connection-of.ts';
import type { Invitation } from './invitation-repository.ts';
import { isExpired, isStartable } from './life.ts';
import { makeLink, shownLink } from './link.ts';

export interface CopiedLink {
  readonly link: string;
  readonly typedCode: string;
  readonly expiresAt: string;
}

type CopyFault =
  | 'invitation_not_found'
  | 'invitation_move_illegal'
  | 'invitation_expired'
  | 'changed_meanwhile'
  | 'tenant_pin_changed'
  | 'microsoft_unreachable'
  | 'microsoft_throttled';

export interface CopiesLinks {
  copy(request: InvitationRequest): Promise<Result<CopiedLink, CopyFault>>;
}

export interface CopySettings extends ChooseSettings {
  readonly publicUrl: string;
}

/**
 * Shows the link. It is worth an approval, so each showing is on record, and the tenant is asked for once more before. From the first
 * one on it is with the customer: a second look at the same link does not make the wait look younger.
 */
export function createLinkCopier(settings: CopySettings): CopiesLinks {
  const { store, tenants, now } = settings;
  return {
    async copy(request) {
      const found = await store.read.invitations.find(request.invitationId);
      const customer = found && (await store.read.customers.find(found.customerId));
      if (found === undefined || customer === undefined) return err('invitation_not_found');
      const refused = whyNoLink(found, await connectionOf(store.read, found), now());
      if (refused !== undefined) return err(refused);
      const pin = await checkPin(tenants, customer);
      if (!pin.ok) return pin;
      const about = { customer, upstream: pin.value.upstream };
      const shown = await show(settings, request, about);
      // Two who copy it for the first time in one moment both get it: the slower one finds it copied.
      const wasFaster = !shown.ok && shown.error.code === 'changed_meanwhile';
      return wasFaster ? show(settings, request, about) : shown;
    },
  };
}

interface About {
  readonly customer: Customer;
  readonly upstream: FoundTenant['upstream'];
}

const show = (
  { store, linkKeys, now, publicUrl }: CopySettings,
  { invitationId, actor, requestId }: InvitationRequest,
  { customer, upstream }: About,
): Promise<Result<CopiedLink, CopyFault>> =>
  transactOrRefuse<CopiedLink, CopyFault>(store, async (tx, refuse) => {
    const at = now().toISOString();
    const current = await tx.invitations.find(invitationId);
    if (current === undefined) throw refuse('invitation_not_found');
    const again = whyNoLink(current, await connectionOf(tx, current), now());
    if (again !== undefined) throw refuse(again);
    const kept = current.link;
    if (kept === null) throw refuse('invitation_move_illegal');
    // A key that left the ring took its links with it: then this is a new version.
    const isLost = shownLink(linkKeys, invitationId, kept) === undefined;
    const link = isLost ? makeLink(linkKeys, invitationId, kept.version + 1) : kept;
    const shown = shownLink(linkKeys, invitationId, link);
    if (shown === undefined) throw new Error('a link that was just made cannot be shown');
    const next = { ...current, link: { ...link, copiedAt: at } };
    if (link.copiedAt === null && !(await tx.invitations.replace(next, current.version)))
      throw refuse('changed_meanwhile');
    await tx.audit.append({
      at,
      action: 'invitation.link_shown',
      actor,
      customerId: customer.id,
      invitationId,
      requestId,
      details: { linkVersion: link.version, tenantId: customer.tenantId, upstream },
    });
    return { link: `${publicUrl}/i#${shown.token}`, typedCode: shown.typedCode, expiresAt: current.expiresAt };
  });

/** While it can be started, or while somebody still has to approve for the organisation, there is a link to give to somebody. */
export function whyNoLink(
  invitation: Invitation,
  seen: SeenConnection | undefined,
  now: Date,
): 'invitation_expired' | 'invitation_move_illegal' | undefined {
  if (isExpired(invitation, now)) return 'invitation_expired';
  const boxLeft = invitation.status === 'consented' && seen?.connection.verdict?.cause === 'permission_one_person';
  return (isStartable(invitation, now) && invitation.link !== null) || boxLeft ? undefined : 'invitation_move_illegal';
}
