/** The sandbox's own time. It can be moved ahead, so that a test need not wait for anything to expire. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Whole seconds, as tokens count them. */
  seconds(): number;
  move(bySeconds: number): void;
  reset(): void;
}

export function openClock(): Clock {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    move: (bySeconds) => {
      ahead += bySeconds * 1000;
    },
    reset: () => {
      ahead = 0;
    },
  };
}
