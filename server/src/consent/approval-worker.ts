import type { Clock } from '../clock.ts';
import type { Customer } from '../customers/customer-repository.ts';
import type { Invitation } from '../invitations/invitation-repository.ts';
import { isExpired } from '../invitations/life.ts';
import type { Store } from '../storage/store.ts';
import type { Work } from '../work/work-repository.ts';
import { approvalWork, nextApprovalLook } from './approval-plan.ts';
import type { SignsIn, TokenAnswer } from './sign-in.ts';

export interface LooksForApprovals {
  /** Looks at every requested approval that is due; gives how many. */
  look(): Promise<number>;
}

interface Settings {
  readonly store: Store;
  readonly signIn: Pick<SignsIn, 'asApplication'>;
  readonly now: Clock;
}

const leaseMs = 60_000;
const atOnce = 10;

/** AADSTS numbers by which Microsoft says that the app is not in the tenant. */
const absent: readonly (number | null)[] = [700016, 7000229, 70001];

/**
 * Microsoft tells the account that asked, and not us, when a reviewer has approved. So we look by ourselves: as the app, in the
 * customer's tenant. It proves nothing of what was approved; it only says that starting again is worth it, and only where an
 * earlier look found the app absent.
 */
export const createApprovalWorker = (settings: Settings): LooksForApprovals => ({
  async look() {
    const { store, now } = settings;
    const at = now();
    const leasedUntil = new Date(at.getTime() + leaseMs).toISOString();
    const claimed = await store.work.claim({ kind: approvalWork, now: at.toISOString(), leasedUntil, limit: atOnce });
    await Promise.all(claimed.map((work) => lookOnce(settings, work)));
    return claimed.length;
  },
});

async function lookOnce({ store, signIn, now }: Settings, work: Work): Promise<void> {
  const invitation = await store.read.invitations.find(work.subject);
  const customer = invitation && (await store.read.customers.find(invitation.customerId));
  if (invitation === undefined || customer === undefined || !isWaiting(invitation, now()))
    return void (await store.work.done(work));
  const seen = await signIn.asApplication({ tenantId: customer.tenantId });
  const { observation } = seen;
  const due = nextApprovalLook(invitation.statusSince, now()).toISOString();
  if (observation.state === 'issued')
    return (invitation.refusal?.absentAt ?? null) === null
      ? // It was there before anybody asked: looking says nothing, now or later.
        void (await store.work.done(work))
      : noteApproval(store, now().toISOString(), { invitation, customer, work, seen });
  if (observation.state === 'refused' && absent.includes(observation.aadsts))
    await noteAbsence(store, now().toISOString(), invitation);
  await store.work.putOff(work, due);
}

const isWaiting = (invitation: Invitation, now: Date): boolean =>
  invitation.status === 'approval_requested' &&
  (invitation.refusal?.liftedAt ?? null) === null &&
  !isExpired(invitation, now);

/** Kept once; a line in the trail would say nothing that somebody could act on, so the row is changed by what it stood on. */
async function noteAbsence(store: Store, at: string, invitation: Invitation): Promise<void> {
  if (invitation.refusal === null || invitation.refusal.absentAt !== null) return;
  const refusal = { ...invitation.refusal, absentAt: at };
  await store.transact(async (tx) => {
    if (!(await tx.invitations.replace({ ...invitation, refusal }, invitation.version))) return;
    await tx.audit.append({ ...aboutOf(at, invitation), action: 'consent.approval_awaited' });
  });
}

interface Seen {
  readonly invitation: Invitation;
  readonly customer: Customer;
  readonly work: Work;
  readonly seen: TokenAnswer;
}

async function noteApproval(store: Store, at: string, { invitation, customer, work, seen }: Seen): Promise<void> {
  if (invitation.refusal === null) return;
  const refusal = { ...invitation.refusal, liftedAt: at };
  await store.transact(async (tx) => {
    await tx.work.dropAll(work.kind, work.subject);
    // Somebody started again meanwhile, or ended it: what we saw is of no use to them.
    if (!(await tx.invitations.replace({ ...invitation, refusal }, invitation.version))) return;
    await tx.audit.append({
      ...aboutOf(at, invitation),
      action: 'consent.approval_seen',
      details: { tenantId: customer.tenantId, upstream: seen.upstream },
    });
  });
}

const aboutOf = (at: string, { id, customerId }: Invitation) => ({
  at,
  actor: { kind: 'system', id: null, name: 'Latchkey' } as const,
  customerId,
  invitationId: id,
  requestId: null,
});
