/** The right to do something alone, for a while, across processes. */
export interface LeaseRepository {
  /** True when `holder` has it until `until`: it was free, over by `now`, or already the holder's. */
  acquire(lease: {
    readonly name: string;
    readonly holder: string;
    readonly now: string;
    readonly until: string;
  }): Promise<boolean>;
  /** Gives it back, if it is still the holder's. */
  release(name: string, holder: string): Promise<void>;
}
