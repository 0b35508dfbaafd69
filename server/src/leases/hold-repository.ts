/** Until when somebody does not want to be asked, kept for all instances. */
export interface HoldRepository {
  /** The end that is on record for a scope, past or not. */
  find(scope: string): Promise<string | undefined>;
  /** The later of two ends stays. */
  extend(scope: string, until: string): Promise<void>;
}
