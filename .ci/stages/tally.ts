/** A test that did not run, and the reason that was given with `context.skip('why')`. */
interface Skipped {
  readonly name: string;
  readonly reason: string | undefined;
}

/** What a stage found: names, so that the last lines of a run can say what to look at. */
export interface Tally {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** Where the reporter writes its tally; the stage that starts vitest says it by this variable. */
export const tallyVariable = 'LATCHKEY_TALLY';
