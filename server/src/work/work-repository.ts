/** Something that must be done once its time has come, even if the process dies: at least once, so it must bear being done twice. */
export interface Work {
  readonly id: string;
  readonly kind: string;
  /** The id of what it is about. */
  readonly subject: string;
  readonly due: string;
  /** How often it was claimed. */
  readonly attempts: number;
}

/** Inside a transaction: work is planned together with its reason. */
export interface WorkPlan {
  add(work: Omit<Work, 'attempts'>): Promise<void>;
  /** Drops what is planned for a subject; gives how many. */
  dropAll(kind: string, subject: string): Promise<number>;
}

/** Outside a transaction: work is claimed, done, put off. The lease is `due` itself, pushed forward. */
export interface WorkQueue {
  /** Claims what is due by `now`, oldest first; nobody else gets it before `leasedUntil`. */
  claim(claim: {
    readonly kind: string;
    readonly now: string;
    readonly leasedUntil: string;
    readonly limit: number;
  }): Promise<readonly Work[]>;
  /** False when the lease ran out and somebody else has claimed it since. */
  done(work: Work): Promise<boolean>;
  putOff(work: Work, due: string): Promise<boolean>;
}
