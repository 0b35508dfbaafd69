import { invitationStatuses } from './status-names.ts';

export { invitationStatuses };

/**
 * Every legal move of an invitation: status → event → next status. A pair that is absent is illegal: there is no default.
 *
 * Declined, wrong_tenant and not_allowed can be started again: another account, or another mind, may come back by the same link.
 * The last two may be known from Microsoft's page alone, by a pasted text, while the start still stands: its answer is taken all the same.
 * An answer that was asked for before expiry is still taken for a while, so an expired invitation can be consented
 * (who decides how long: server, consent). A renewed one begins again at ready: its link is another, and the one before is worthless.
 * Where no method was chosen there is no link yet: it is renewed to a draft.
 * A newer invitation takes the place of one that nobody has answered. What is consented is somebody's answer, and a draft is an order:
 * neither is ever superseded.
 */
const moves = {
  draft: {
    renew_draft: 'draft',
    choose_method: 'ready',
    cancel: 'cancelled',
    expire: 'expired',
  },
  ready: {
    renew: 'ready',
    send: 'email_sent',
    send_failed: 'email_failed',
    start: 'opened',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  email_sent: {
    renew: 'ready',
    send: 'email_sent',
    send_failed: 'email_failed',
    start: 'opened',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  email_failed: {
    renew: 'ready',
    send: 'email_sent',
    send_failed: 'email_failed',
    start: 'opened',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  opened: {
    renew: 'ready',
    start: 'opened',
    sign_in: 'signed_in',
    request_approval: 'approval_requested',
    consent: 'consented',
    decline: 'declined',
    mismatch_tenant: 'wrong_tenant',
    refuse: 'not_allowed',
    send: 'opened',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  signed_in: {
    renew: 'ready',
    start: 'opened',
    request_approval: 'approval_requested',
    consent: 'consented',
    decline: 'declined',
    refuse: 'not_allowed',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  approval_requested: {
    renew: 'ready',
    start: 'opened',
    consent: 'consented',
    decline: 'declined',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  declined: { renew: 'ready', start: 'opened', cancel: 'cancelled', expire: 'expired', supersede: 'superseded' },
  wrong_tenant: {
    renew: 'ready',
    start: 'opened',
    consent: 'consented',
    decline: 'declined',
    mismatch_tenant: 'wrong_tenant',
    refuse: 'not_allowed',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  not_allowed: {
    renew: 'ready',
    start: 'opened',
    consent: 'consented',
    decline: 'declined',
    mismatch_tenant: 'wrong_tenant',
    refuse: 'not_allowed',
    cancel: 'cancelled',
    expire: 'expired',
    supersede: 'superseded',
  },
  consented: { prove: 'authentication_complete', cancel: 'cancelled' },
  authentication_complete: { onboard: 'onboarded', cancel: 'cancelled' },
  onboarded: {},
  expired: { renew: 'ready', renew_draft: 'draft', consent: 'consented', cancel: 'cancelled', supersede: 'superseded' },
  cancelled: {},
  superseded: {},
} as const satisfies Record<string, Record<string, string>>;

export type InvitationStatus = keyof typeof moves;
export type InvitationEvent = { [Status in InvitationStatus]: keyof (typeof moves)[Status] }[InvitationStatus];

/** Where `event` leads from `status`; undefined when the move is illegal. */
export function move(status: InvitationStatus, event: InvitationEvent): InvitationStatus | undefined {
  const out: Readonly<Record<string, InvitationStatus>> = moves[status];
  return Object.hasOwn(out, event) ? out[event] : undefined;
}

/** Statuses in which somebody still has to act before the customer is onboarded: what Pending Invitations shows. */
export const pendingStatuses = invitationStatuses.filter(
  (status) => !['onboarded', 'cancelled', 'superseded'].includes(status),
);

/** Statuses whose link may still be used to start. */
export const startableStatuses = invitationStatuses.filter((status) => move(status, 'start') !== undefined);
