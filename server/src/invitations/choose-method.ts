import type { InvitationView } from '@latchkey/shared/api/invitations';
import { availableMethods, keepsPassword, type Method } from '@latchkey/shared/invitations/method';
import { actsAs } from '@latchkey/shared/permissions/acts-as';
import { directRoutingDelegated } from '@latchkey/shared/permissions/profiles';
import { err, type Result } from '@latchkey/shared/result';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import { findNewestProfile } from '../permissions/find-profile.ts';
import { isOn } from '../policies/policies.ts';
import type { LinkKeys } from '../sealing/link-keys.ts';
import type { Reads, Store } from '../storage/store.ts';
import { checkPin } from '../tenants/pin.ts';
import type { FindsTenants } from '../tenants/tenant-directory.ts';
import { advanced } from './advance.ts';
import { invitationView } from './invitation-view.ts';
import { isExpired } from './life.ts';
import { makeLink } from './link.ts';

/** One operator's request about one invitation. */
export interface InvitationRequest {
  readonly invitationId: string;
  readonly actor: AuditActor;
  readonly requestId: string;
}

type ChooseFault =
  | 'invitation_not_found'
  | 'invitation_move_illegal'
  | 'method_unavailable'
  | 'permission_profile_not_found'
  | 'method_off'
  | 'acknowledgement_missing'
  | 'tenant_pin_changed'
  | 'changed_meanwhile'
  | 'microsoft_unreachable'
  | 'microsoft_throttled';

export interface ChoosesMethods {
  /** With the newest version of the profile; Direct Routing's own where none is named. */
  choose(
    request: InvitationRequest & { readonly method: Method; readonly profileId?: string | undefined },
  ): Promise<Result<InvitationView, ChooseFault>>;
}

export interface ChooseSettings {
  readonly store: Store;
  readonly tenants: FindsTenants;
  readonly linkKeys: LinkKeys;
  readonly now: Clock;
}

/** Step 2: the preflight, then the method with its permissions, and the link that can be sent. */
export function createMethodChooser({ store, tenants, linkKeys, now }: ChooseSettings): ChoosesMethods {
  return {
    async choose({ invitationId, method, profileId = directRoutingDelegated.id, actor, requestId }) {
      const found = await store.read.invitations.find(invitationId);
      const customer = found && (await store.read.customers.find(found.customerId));
      if (found === undefined || customer === undefined) return err('invitation_not_found');
      if (!(availableMethods as readonly Method[]).includes(method)) return err('method_unavailable');
      const early = await whyNotBy(store.read, method, customer.id);
      if (early !== undefined) return err(early);
      const wanted = await findNewestProfile(store.read, profileId);
      // Whose password is kept carries it out: an application needs nobody's.
      const as = wanted && actsAs(wanted);
      if (wanted === undefined || as === undefined || (as === 'application' && keepsPassword(method)))
        return err('permission_profile_not_found');
      const profile = { id: wanted.id, version: wanted.version };
      const at = now().toISOString();
      if (isExpired(found, now()) || advanced(found, 'choose_method', at) === undefined)
        return err('invitation_move_illegal');
      const pin = await checkPin(tenants, customer);
      if (!pin.ok) return pin;
      return transactOrRefuse<InvitationView, ChooseFault>(store, async (tx, refuse) => {
        const current = await tx.invitations.find(invitationId);
        const ready = current && advanced(current, 'choose_method', at);
        if (ready === undefined) throw refuse('invitation_move_illegal');
        const refused = await whyNotBy(tx, method, customer.id);
        if (refused !== undefined) throw refuse(refused);
        const next = { ...ready, method, profile, link: makeLink(linkKeys, invitationId, 1) };
        if (!(await tx.invitations.replace(next, ready.version))) throw refuse('changed_meanwhile');
        await tx.audit.append({
          at,
          action: 'invitation.method_chosen',
          actor,
          customerId: customer.id,
          invitationId,
          requestId,
          details: { method, profile, tenantId: customer.tenantId, upstream: pin.value.upstream },
        });
        return invitationView({ ...next, version: ready.version + 1 }, customer, undefined);
      });
    },
  };
}

/** A method that keeps a password needs the Admin's switch and the customer's acknowledgement. */
async function whyNotBy(
  { policies, passwords }: Pick<Reads, 'policies' | 'passwords'>,
  method: Method,
  customerId: string,
): Promise<'method_off' | 'acknowledgement_missing' | undefined> {
  if (!(await isOn(policies, method))) return 'method_off';
  const acknowledged = !keepsPassword(method) || (await passwords.findAcknowledgement(customerId)) !== undefined;
  return acknowledged ? undefined : 'acknowledgement_missing';
}
