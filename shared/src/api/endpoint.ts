import type * as z from 'zod/mini';
import type { ErrorCode } from '../errors/catalogue.ts';

/** App roles of an operator, as the token carries them. Monitor reads and may validate; it sees no account names. */
export const operatorRoles = ['Admin', 'Operator', 'Monitor'] as const;
export type OperatorRole = (typeof operatorRoles)[number];

/** Who may be named by an endpoint: the roles, and the guest of an invitation, who reaches that invitation alone. */
export type CallerKind = OperatorRole | 'guest';

/** What the audit trail keeps of a call; reading leaves no line, and says why. */
export type AuditRule = { readonly record: string } | { readonly none: string };

/** One endpoint of the API, declared once for both sides. Unknown keys are refused in, and never sent out. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/v1`, with `:name` for parameters. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  /** Who is not named is refused. A guest's `:invitationId` must be their own (http/mount). */
  readonly who: 'anyone' | readonly CallerKind[];
  readonly params?: z.ZodMiniType<Record<string, string>>;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Where a body may be longer than all others; in bytes, and only where the path has no parameter. */
  readonly largestBody?: number;
  readonly response: z.ZodMiniType | 'nothing' | 'event-stream';
  /** Status of a good answer. */
  readonly status: 200 | 201 | 204;
  readonly errors: readonly ErrorCode[];
  readonly audit: AuditRule;
  /** Creating calls carry an `Idempotency-Key`; `offered`: they may. */
  readonly idempotent?: true | 'offered';
}

/** Declares an endpoint; its types stay as narrow as written. */
export const defineEndpoint = <const E extends Endpoint>(endpoint: E): E => endpoint;

/** Errors that any endpoint for operators may answer with. */
export const operatorErrors = [
  'session_missing',
  'session_ended',
  'role_insufficient',
  'request_invalid',
  'too_many_requests',
  'sealed',
  'storage_unavailable',
  'internal',
] as const satisfies readonly ErrorCode[];

export const writers = ['Admin', 'Operator'] as const satisfies readonly OperatorRole[];
