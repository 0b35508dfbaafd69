import type { Stage } from '../stage.ts';

/** One act of the table: what is prepared first, and then what is done. */
export interface Act {
  readonly prepare?: (at: Stage) => Promise<unknown>;
  /** Gives the answer; of two that were sent at once both; of a redirect and its page both. */
  readonly act: (at: Stage) => Promise<Response | readonly Response[]>;
  /** Acted out in another tenant than Contoso's. */
  readonly situation?: string;
}
export type Acts = Readonly<Record<string, Act>>;

/** The same, twice at once; the better answer first. */
export const twice = async (act: () => Promise<Response>): Promise<readonly Response[]> =>
  (await Promise.all([act(), act()])).toSorted((one, other) => one.status - other.status);
