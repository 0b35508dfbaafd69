import type { AuditFilter } from '@latchkey/shared/api/audit';
import type { AuditAction } from '@latchkey/shared/audit/audit-actions';

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
  /** The lines that are meant and older than `before`, newest first. */
  search(
    filter: AuditFilter,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly AuditLine[]>;
  /** The newest sign-in of each operator, newest first. */
  lastSignIns(limit: number): Promise<readonly AuditLine[]>;
}

/** The trail can only grow: the database refuses to change or delete a line. */
export interface AuditRepository extends AuditReads {
  /** Gives the sequence of the new line. */
  append(entry: AuditEntry): Promise<number>;
}
