import type { AuditRow, Upstream } from './audit-reader.ts';

/** One step of the manual, proved: by which rows and calls, and what they say. */
export interface Proof {
  readonly step: number;
  readonly what: string;
  /** In words: what was seen that could not be there otherwise. */
  readonly proved: string;
  readonly audit: number;
  readonly action: string;
  readonly upstream: string;
  readonly tenantId: string;
  /** The account that acted, where one did. */
  readonly account?: string;
  /** Claim values that were read, where they were. */
  readonly permissions?: readonly string[];
}

/** The step could not be proved. Nothing is wrong with the walk: this is its answer. */
export class NotProved extends Error {
  readonly step: number;
  constructor(step: number, why: string) {
    super(why);
    this.step = step;
  }
}

/** Microsoft's id of a call that a row tells of; refuses a row without one. */
export function upstreamOf(step: number, row: AuditRow, what?: string): string {
  const calls: readonly Upstream[] = row.details.upstream ?? [];
  const call = calls.find((each) => (what === undefined || each.what.includes(what)) && each.requestId !== null);
  if (call?.requestId == null)
    throw new NotProved(
      step,
      `the audit row ${row.seq} (${row.action}) names no call to Microsoft${what === undefined ? '' : ` for ${what}`}`,
    );
  return call.requestId;
}

export const proofLine = ({ step, what, proved, audit, upstream }: Proof): string =>
  `step ${step}: ${what} · proved: ${proved} · audit=${audit} upstream=${upstream}`;
