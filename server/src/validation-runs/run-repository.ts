import type { CustomerFilter } from '@latchkey/shared/api/customer-filter';
import type { RunOutcome, RunState } from '@latchkey/shared/api/validation-runs';

/** A validation of many. */
export interface ValidationRun {
  readonly id: string;
  readonly kind: 'bulk' | 'nightly';
  /** Of runs with the same key there is one; null for one that has given its key back. */
  readonly key: string | null;
  readonly state: RunState;
  readonly chosen: Chosen['choose'];
  readonly total: number;
  readonly createdAt: string;
  readonly createdBy: string;
  /** When it was started, or last resumed. */
  readonly movedAt: string;
  readonly finishedAt: string | null;
  readonly version: number;
}

/** How far a run has come. */
export interface RunProgress {
  readonly counts: Readonly<Record<RunOutcome, number>>;
  readonly done: number;
  /** Of them, how many since a time. */
  readonly doneSince: number;
}

export interface RunReads {
  find(id: string): Promise<ValidationRun | undefined>;
  /** Newest first. */
  list(limit: number): Promise<readonly ValidationRun[]>;
  progress(id: string, since: string): Promise<RunProgress>;
  /** Those that run and have nothing left to do. */
  findEnded(): Promise<readonly ValidationRun[]>;
}

/** Whose connections: all, those of a filter as it reads now, of named customers, or approved by an older version of a profile. */
export type Chosen =
  | { readonly choose: 'all' }
  | { readonly choose: 'filter'; readonly filter: CustomerFilter }
  | { readonly choose: 'list'; readonly customerIds: readonly string[] }
  | { readonly choose: 'older_profile'; readonly profile: { readonly id: string; readonly version: number } };

export interface RunRepository extends RunReads {
  /** With an item for each chosen connection; gives how many. Undefined when a run has this key already: nothing is stored then. */
  add(run: Omit<ValidationRun, 'version' | 'total' | 'chosen'>, chosen: Chosen): Promise<number | undefined>;
  /** Stores `next` as version `expectedVersion + 1`; false when somebody was faster. */
  replace(next: Omit<ValidationRun, 'version'>, expectedVersion: number): Promise<boolean>;
}

/** One connection of a run, claimed. */
export interface RunItem {
  readonly id: string;
  readonly runId: string;
  readonly connectionId: string;
  /** How often it was claimed: whoever holds an older claim has lost it. */
  readonly claims: number;
  /** How often Microsoft was asked and gave no answer that says anything. */
  readonly tries: number;
}

/** The work of runs, outside a transaction: claimed by lease, done or put off. At least once, so it must bear being done twice. */
export interface RunItems {
  /** Claims what is due of runs that are running, oldest first. Nobody else gets it before `leasedUntil`. */
  claim(claim: {
    readonly kind: ValidationRun['kind'];
    readonly now: string;
    readonly leasedUntil: string;
    readonly limit: number;
  }): Promise<readonly RunItem[]>;
  /** False when the lease ran out and somebody else has claimed it since. */
  done(item: RunItem, outcome: RunOutcome, at: string): Promise<boolean>;
  putOff(item: RunItem, to: { readonly due: string; readonly tries: number }): Promise<boolean>;
}
