import type { InvitationEvent } from '@latchkey/shared/invitations/status';
import type { AuditAction } from '@latchkey/shared/audit/audit-actions';
import type { UpstreamCall } from '../audit/audit-repository.ts';
import { advanced } from '../invitations/advance.ts';
import type { InvitationRefusal } from '../invitations/invitation-repository.ts';
import type { Store } from '../storage/store.ts';
import { planApprovalLook } from './approval-plan.ts';
import type { RedirectRefusal } from './sign-in.ts';

interface Ending {
  readonly action: AuditAction;
  /** Undefined where the invitation stays where it is. */
  readonly event: InvitationEvent | undefined;
}

/** What a refusal does to an invitation. */
const endings = {
  consent_declined: { action: 'consent.declined', event: 'decline' },
  consent_needs_admin: { action: 'consent.not_allowed', event: 'refuse' },
  consent_approval_requested: { action: 'consent.approval_requested', event: 'request_approval' },
  consent_tenant_mismatch: { action: 'consent.wrong_tenant', event: 'mismatch_tenant' },
  consent_answer_refused: { action: 'consent.refused', event: undefined },
  microsoft_unreachable: { action: 'consent.refused', event: undefined },
} as const satisfies Record<RedirectRefusal, Ending>;

export interface ConsentRefusal {
  readonly invitationId: string;
  readonly code: RedirectRefusal;
  readonly requestId: string;
  /** Whether the invitation moves: not when only the approval for the organisation was refused. */
  readonly moves: boolean;
  readonly details: Readonly<Record<string, unknown>> & { readonly upstream: readonly UpstreamCall[] };
}

/** What whoever must act can look up; null where Microsoft gave nothing to look up. */
function refusalOf(at: string, details: ConsentRefusal['details']): InvitationRefusal | null {
  const { aadsts, error, correlationId, upstreamRequestId, timestamp } = details;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const code = typeof aadsts === 'number' ? `AADSTS${aadsts}` : text(error);
  if (code === null) return null;
  return {
    code,
    correlationId: text(correlationId),
    requestId: text(upstreamRequestId),
    at: text(timestamp) ?? at,
    absentAt: null,
    liftedAt: null,
  };
}

/** Puts a refusal on record. No token is stored by any of them. */
export async function refuseConsent(store: Store, at: string, refusal: ConsentRefusal): Promise<void> {
  const { invitationId, code, requestId, moves, details } = refusal;
  const { action, event } = endings[code];
  await store.transact(async (tx) => {
    const invitation = await tx.invitations.find(invitationId);
    if (invitation === undefined) return;
    const next = moves && event !== undefined ? advanced(invitation, event, at) : undefined;
    const kept = next && { ...next, refusal: refusalOf(at, details) };
    if (kept !== undefined && !(await tx.invitations.replace(kept, invitation.version)))
      throw new Error('an invitation changed under its lock');
    if (kept?.status === 'approval_requested') await planApprovalLook(tx, invitationId, at);
    await tx.audit.append({
      at,
      action,
      actor: { kind: 'customer', id: null, name: null },
      customerId: invitation.customerId,
      invitationId,
      requestId,
      details: { code, ...details },
    });
  });
}
