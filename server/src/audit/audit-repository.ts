/** Every action that leaves a line in the audit trail. */
export const auditActions = [
  'session.opened',
  'session.closed',
  'invitation.created',
  'invitation.method_chosen',
  'invitation.link_shown',
  'invitation.start_ticket_made',
  'invitation.start_ticket_used',
  'invitation.mail_queued',
  'invitation.mailed',
  'invitation.mail_failed',
  'invitation.renewed',
  'invitation.cancelled',
  'invitation.expired',
  'invitation.new_one_asked',
  'invitation.consented',
  'invitation.authentication_complete',
  'invitation.onboarded',
  'consent.started',
  'consent.answered',
  'consent.signed_in',
  'consent.declined',
  'consent.not_allowed',
  'consent.approval_requested',
  'consent.approval_awaited',
  'consent.approval_seen',
  'consent.wrong_tenant',
  'consent.refused',
  'consent.error_pasted',
  'consent.organization_answered',
  'candidate.validated',
  'connection.replaced',
  'invitation.switched_to_link',
  'policy.method_changed',
  'branding.saved',
  'mail_template.saved',
  'mail_template.tested',
  'customer.acknowledged',
  'password.sealed',
  'password.try_taken',
  'password.tested',
  'password.deleted',
  'connection.validated',
  'permissions.checked',
  'permission_profile.saved',
  'customers.exported',
  'invitations.exported',
  'invitation_import.started',
  'invitation_import.cancelled',
  'invitation_import.finished',
  'alert_target.saved',
  'alert_target.removed',
  'alert_target.replayed',
  'alert_target.tested',
  'validation_run.started',
  'validation_run.paused',
  'validation_run.resumed',
  'validation_run.cancelled',
  'validation_run.finished',
  'guide.code_made',
  'guest.session_opened',
  'guest.session_closed',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Who did it. A customer's administrator is known by the account that Microsoft proved, or not at all. */
export interface AuditActor {
  readonly kind: 'operator' | 'customer' | 'system';
  readonly id: string | null;
  readonly name: string | null;
}

/** One call to Microsoft, as the audit details name it. */
export interface UpstreamCall {
  readonly what: string;
  readonly requestId: string | null;
  readonly status: number | null;
}

/** One line to be written. Never a secret: `details` stands in the database as it is. */
export interface AuditEntry {
  readonly at: string;
  readonly action: AuditAction;
  readonly actor: AuditActor;
  readonly customerId?: string | null;
  readonly invitationId?: string | null;
  readonly connectionId?: string | null;
  readonly serviceId?: string | null;
  readonly requestId: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One line as it stands. Its sequence is the change feed's. */
export interface AuditLine {
  readonly sequence: number;
  readonly at: string;
  readonly action: AuditAction;
  readonly actor: AuditActor;
  readonly customerId: string | null;
  readonly invitationId: string | null;
  readonly connectionId: string | null;
  readonly serviceId: string | null;
  readonly requestId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditReads {
  /** Lines after a sequence, oldest first. */
  after(sequence: number, limit: number): Promise<readonly AuditLine[]>;
  /** The newest sequence; 0 when nothing has happened yet. */
  latestSequence(): Promise<number>;
  /** The lines about one invitation, oldest first. */
  ofInvitation(invitationId: string): Promise<readonly AuditLine[]>;
}

/** The trail can only grow: the database refuses to change or delete a line. */
export interface AuditRepository extends AuditReads {
  /** Gives the sequence of the new line. */
  append(entry: AuditEntry): Promise<number>;
}
