import type { InvitationView } from '@latchkey/shared/api/invitations';
import { licensedUsersRange } from '@latchkey/shared/api/invitations';
import { readShortName, shortNameKey, type ShortNameFault } from '@latchkey/shared/customers/short-name';
import { readTenantReference, type TenantReference } from '@latchkey/shared/customers/tenant-reference';
import { err, ok, type Result } from '@latchkey/shared/result';
import type { ChosenLanguage } from '@latchkey/shared/words/customer-language';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Customer } from '../customers/customer-repository.ts';
import type { IdempotencyTicket } from '../idempotency/idempotency-repository.ts';
import { findOrAddCustomer } from '../customers/find-or-add.ts';
import { mintId } from '../ids.ts';
import type { Store } from '../storage/store.ts';
import type { FindsTenants, FoundTenant, TenantFault } from '../tenants/tenant-directory.ts';
import type { Invitation, Order } from './invitation-repository.ts';
import { invitationView } from './invitation-view.ts';

export interface NewInvitation {
  readonly tenant: string;
  readonly order: Order;
  readonly reference: string | null;
  /** As the customer is written to already, or the deployment says, where nothing is said. */
  readonly language: ChosenLanguage | undefined;
  /** As the deployment says where nothing is said. */
  readonly days: number | undefined;
  readonly actor: AuditActor;
  readonly requestId: string;
  readonly idempotency: IdempotencyTicket;
}

type OrderFault = ShortNameFault | 'licensed_users_range';
type CreateFault =
  | OrderFault
  | TenantFault
  | 'tenant_reference_invalid'
  | 'short_name_taken'
  | 'customer_has_invitation'
  | 'changed_meanwhile';

export interface CreatesInvitations {
  create(wanted: NewInvitation): Promise<Result<InvitationView, CreateFault>>;
}

export interface CreateSettings {
  readonly store: Store;
  readonly tenants: FindsTenants;
  readonly cloudKey: string;
  readonly invitationDays: number;
  readonly language: ChosenLanguage;
  readonly now: Clock;
}

/** Step 1 of the wizard: Microsoft is asked for the tenant first, and then everything is kept at once, or nothing. */
export function createInvitationCreator(settings: CreateSettings): CreatesInvitations {
  return {
    async create(wanted) {
      const order = checkOrder(wanted.order);
      if (!order.ok) return order;
      const reference = readTenantReference(wanted.tenant);
      if (!reference.ok) return reference;
      const tenant = await settings.tenants.find(reference.value);
      if (!tenant.ok) return tenant;
      return keep(settings, { ...wanted, order: order.value }, reference.value, tenant.value);
    },
  };
}

function checkOrder(order: Order): Result<Order, OrderFault> {
  const shortName = readShortName(order.shortName);
  if (!shortName.ok) return shortName;
  const { from, to } = licensedUsersRange;
  if (order.licensedUsers < from || order.licensedUsers > to) return err('licensed_users_range');
  return ok({ ...order, shortName: shortName.value });
}

function keep(
  settings: CreateSettings,
  wanted: NewInvitation,
  reference: TenantReference,
  tenant: FoundTenant,
): Promise<Result<InvitationView, 'short_name_taken' | 'customer_has_invitation' | 'changed_meanwhile'>> {
  const now = settings.now();
  const at = now.toISOString();
  return transactOrRefuse(settings.store, async (tx, refuse) => {
    const customer = await findOrAddCustomer(tx, {
      fullName: wanted.order.fullName,
      tenantId: tenant.tenantId,
      reference,
      language: wanted.language,
      usual: settings.language,
      cloud: settings.cloudKey,
      by: wanted.actor.name ?? '',
      at: now,
    });
    if (customer === undefined) throw refuse('changed_meanwhile');
    const [pending] = await tx.invitations.findPendingOf([customer.id]);
    if (pending !== undefined) throw refuse('customer_has_invitation');
    const invitation = newInvitation(settings, wanted, customer, now);
    await tx.invitations.add(invitation);
    const key = shortNameKey(wanted.order.shortName);
    if (!(await tx.shortNames.reserve(key, invitation.id))) throw refuse('short_name_taken');
    await tx.audit.append({
      at,
      action: 'invitation.created',
      actor: wanted.actor,
      customerId: customer.id,
      invitationId: invitation.id,
      requestId: wanted.requestId,
      details: {
        tenantId: tenant.tenantId,
        order: wanted.order,
        language: customer.language,
        expiresAt: invitation.expiresAt,
        upstream: tenant.upstream,
      },
    });
    const view = invitationView({ ...invitation, version: 1 }, customer, undefined);
    if (!(await tx.idempotency.keep({ ...wanted.idempotency, status: 201, response: view, at })))
      throw refuse('changed_meanwhile');
    return view;
  });
}

const newInvitation = (
  { invitationDays }: CreateSettings,
  { order, actor, reference, days = invitationDays }: NewInvitation,
  customer: Customer,
  now: Date,
): Omit<Invitation, 'version'> => ({
  id: mintId('inv', now),
  customerId: customer.id,
  order,
  method: null,
  profile: null,
  status: 'draft',
  statusSince: now.toISOString(),
  startedAt: null,
  expiresAt: new Date(now.getTime() + days * 86_400_000).toISOString(),
  createdAt: now.toISOString(),
  createdBy: { objectId: actor.id ?? '', name: actor.name ?? '' },
  reference,
  link: null,
  refusal: null,
  newOneAskedAt: null,
});
