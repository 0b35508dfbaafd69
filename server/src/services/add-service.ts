import type { InvitationView } from '@latchkey/shared/api/invitations';
import { move } from '@latchkey/shared/invitations/status';
import { err, ok, type Result } from '@latchkey/shared/result';
import { verdictNow } from '@latchkey/shared/validation/age';
import type { AuditActor } from '../audit/audit-repository.ts';
import { transactOrRefuse } from '../audit/transact.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connections/connection-repository.ts';
import type { Customer } from '../customers/customer-repository.ts';
import { mintId } from '../ids.ts';
import { advanced } from '../invitations/advance.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { invitationView } from '../invitations/invitation-view.ts';
import type { Store, Transaction } from '../storage/store.ts';
import type { RunContext } from '../validation/keep-judgement.ts';
import type { ValidatesConnections } from '../validation/validate-connection.ts';
import { serviceOfSameOrder } from './service-of-order.ts';

export interface AddedService {
  readonly invitation: InvitationView;
  readonly serviceId: string;
}

type AddFault =
  | 'invitation_not_found'
  | 'invitation_move_illegal'
  | 'connection_not_proved'
  | 'connection_not_working'
  | 'short_name_taken'
  | 'changed_meanwhile';

export interface AddsServices {
  add(request: {
    readonly invitationId: string;
    readonly actor: AuditActor;
    readonly requestId: string;
  }): Promise<Result<AddedService, AddFault>>;
}

export interface AddSettings {
  readonly store: Store;
  readonly validator: ValidatesConnections;
  readonly now: Clock;
}

/**
 * `Add`: resumes onboarding. Only from a proof that holds: one that has faded is renewed first, and what it stood on goes with the
 * audit line.
 */
export function createServiceAdder(settings: AddSettings): AddsServices {
  const { store, now } = settings;
  return {
    add: async ({ invitationId, actor, requestId }) => {
      const renewed = await renewIfFaded(settings, invitationId, { kind: 'validated', actor, requestId });
      if (!renewed.ok) return renewed;
      return transactOrRefuse<AddedService, AddFault>(store, async (tx, refuse) => {
        const at = now();
        const invitation = await tx.invitations.find(invitationId);
        const customer = invitation && (await tx.customers.find(invitation.customerId));
        if (invitation === undefined || customer === undefined) throw refuse('invitation_not_found');
        // One that is consented is on its way here: then it is the proof that is missing, not the order of steps.
        if (move(invitation.status, 'prove') !== undefined) throw refuse('connection_not_proved');
        const earlier = invitation.status === 'onboarded' ? await addedBefore(tx, invitation, customer) : undefined;
        if (earlier !== undefined) return earlier;
        const next = advanced(invitation, 'onboard', at.toISOString());
        if (next === undefined) throw refuse('invitation_move_illegal');
        const connection = await tx.connections.findByCustomer(customer.id);
        if (connection === undefined) throw refuse('connection_not_proved');
        if (!holds(connection, at)) throw refuse('connection_not_working');
        if (!(await tx.invitations.replace(next, invitation.version))) throw refuse('changed_meanwhile');
        const renewed = await serviceOfSameOrder(tx, invitation);
        const service = renewed ?? {
          id: mintId('svc', at),
          customerId: customer.id,
          invitationId,
          order: invitation.order,
          addedAt: at.toISOString(),
          addedBy: actor.name ?? '',
        };
        if (renewed === undefined && !(await tx.services.add(service))) throw refuse('short_name_taken');
        const proof = await tx.validations.findLatest(connection.id);
        await tx.audit.append({
          at: at.toISOString(),
          action: 'invitation.onboarded',
          actor,
          customerId: customer.id,
          invitationId,
          connectionId: connection.id,
          serviceId: service.id,
          requestId,
          details: {
            order: invitation.order,
            verdict: connection.verdict?.verdict,
            validationId: proof?.id ?? null,
            upstream: proof?.upstream ?? [],
          },
        });
        const view = invitationView({ ...next, version: invitation.version + 1 }, customer, connection);
        return { invitation: view, serviceId: service.id };
      });
    },
  };
}

/** A proof of too long ago is none: before anything stands on it, it is looked once more. */
async function renewIfFaded(
  { store, validator, now }: AddSettings,
  invitationId: string,
  context: RunContext,
): Promise<Result<true, 'changed_meanwhile'>> {
  const invitation = await store.read.invitations.find(invitationId);
  const isDue = invitation !== undefined && move(invitation.status, 'onboard') !== undefined;
  const connection = isDue ? await store.read.connections.findByCustomer(invitation.customerId) : undefined;
  const verdict = connection?.verdict ?? null;
  const isFaded = verdict !== null && now().getTime() >= Date.parse(verdict.validUntil);
  if (connection === undefined || !isFaded) return ok(true);
  const looked = await validator.validate(connection.id, context);
  return looked.ok || looked.error.code === 'connection_not_found' ? ok(true) : err(looked.error.code);
}

/** Whoever presses again, because the answer was lost on its way, gets the service that was made. */
async function addedBefore(
  tx: Transaction,
  invitation: Invitation,
  customer: Customer,
): Promise<AddedService | undefined> {
  const service = await serviceOfSameOrder(tx, invitation);
  const connection = await tx.connections.findByCustomer(customer.id);
  return service && { invitation: invitationView(invitation, customer, connection), serviceId: service.id };
}

function holds({ verdict }: Connection, at: Date): boolean {
  const name = verdict === null ? 'unknown' : verdictNow(verdict, at.getTime());
  return name === 'working' || name === 'degraded';
}
