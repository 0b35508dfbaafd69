import type { Owner, StandingKey } from '../../invitations/standing.ts';

/** How an invitation reads on screen. */
export const statuses = {
  draft: 'Draft, no method chosen',
  ready: 'Ready to send',
  link_copied: 'Link copied, not started yet',
  email_sent: 'E-mail sent',
  email_failed: 'E-mail failed',
  opened: 'Opened',
  signed_in: 'Signed in',
  approval_requested: 'Approval requested',
  approval_seen: 'Approved by the reviewer, start again',
  no_answer: 'No answer from Microsoft',
  consented: 'Consented, not proved yet',
  box_not_ticked: 'Approved for one person only',
  other_tenant_answered: 'Another tenant answered',
  settling: 'Consented, settling',
  authentication_complete: 'Authentication Complete',
  onboarded: 'Onboarded',
  expired: 'Expired',
  new_one_asked: 'Expired, new one wanted',
  declined: 'Declined',
  wrong_tenant: 'Signed in to another tenant',
  not_allowed: 'Not allowed',
  cancelled: 'Cancelled',
  superseded: 'Replaced by a newer invitation',
} as const satisfies Record<StandingKey, string>;

/** Who must act. */
export const owners = {
  customer: 'Customer',
  provider: 'You',
  microsoft: 'Microsoft',
  nobody: 'Nobody',
} as const satisfies Record<Owner, string>;
