import type { Owner } from '../invitations/standing.ts';
import type { Refused, Unreachable } from './observation.ts';
import type { Cause, EvidenceLevel, VerdictName } from './verdict.ts';

/** One reason why a connection is not simply working. */
export interface Fault {
  readonly verdict: VerdictName;
  readonly cause: Cause;
  readonly owner: Owner;
  /** What this very statement stands on. */
  readonly evidence: EvidenceLevel;
  /** Whether replication at Microsoft could explain it. */
  readonly propagates: boolean;
}

export const fault = (
  verdict: VerdictName,
  cause: Cause,
  owner: Owner,
  evidence: EvidenceLevel,
  propagates = false,
): Fault => ({ verdict, cause, owner, evidence, propagates });

/** Whether replication at Microsoft could be the reason of a refusal. */
export const explains = ({ status }: Refused): boolean => status === 401 || status === 403 || status === 404;

/** No answer says nothing about the connection. */
export const notReached = ({ status }: Unreachable): Fault =>
  fault('unreachable', status === 429 ? 'throttled' : 'no_network', status === null ? 'nobody' : 'microsoft', 'none');
