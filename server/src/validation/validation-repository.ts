import type { PermissionLine } from '@latchkey/shared/permissions/check';
import type { Verdict } from '@latchkey/shared/validation/verdict';
import type { UpstreamCall } from '../audit/audit-repository.ts';

/** One finished validation, kept whole. */
export interface Validation {
  readonly id: string;
  readonly connectionId: string;
  readonly at: string;
  readonly kind: 'validated' | 'checked' | 'consent';
  readonly verdict: Verdict;
  /** Null when the grants could not be read. */
  readonly permissions: readonly PermissionLine[] | null;
  readonly upstream: readonly UpstreamCall[];
  readonly startedBy: string;
  /** The audit line that was written with it. */
  readonly auditSequence: number;
}

export interface ValidationReads {
  find(id: string): Promise<Validation | undefined>;
  findLatest(connectionId: string): Promise<Validation | undefined>;
  /** Those that told something else than the one before, newest first, before an audit sequence. */
  listChanges(
    connectionId: string,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly Validation[]>;
  /** What each said since a time, oldest first, and what the last one before it said. */
  listTold(
    connectionId: string,
    since: string,
  ): Promise<readonly (Pick<Validation, 'at'> & Pick<Verdict, 'verdict' | 'validUntil'>)[]>;
}

export interface ValidationRepository extends ValidationReads {
  add(validation: Validation): Promise<void>;
}
