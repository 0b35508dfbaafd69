import type { InvitationStatus } from './status.ts';

/** A record, so that the types see a name that is missing. */
const names: Readonly<Record<InvitationStatus, true>> = {
  draft: true,
  ready: true,
  email_sent: true,
  email_failed: true,
  opened: true,
  signed_in: true,
  approval_requested: true,
  declined: true,
  wrong_tenant: true,
  not_allowed: true,
  consented: true,
  authentication_complete: true,
  onboarded: true,
  expired: true,
  cancelled: true,
  superseded: true,
};

/** Every status by its name. Apart from the moves, because a client that reads replies needs no more. */
export const invitationStatuses = Object.keys(names) as readonly InvitationStatus[];
