/** What the process says at a point, and what it is told in answer. */
export interface Reached {
  readonly number: number;
  readonly point: string;
}
export interface GoOn {
  readonly goOn: number;
}

const waiting = new Map<number, () => void>();
let count = 0;

process.on('message', ({ goOn }: GoOn) => {
  waiting.get(goOn)?.();
  waiting.delete(goOn);
});

// Whoever listens is gone: so is the reason to be here.
process.once('disconnect', () => process.exit(0));

/** Says where the process is, and stays there until it is told to go on. It may be killed instead. */
export function reach(point: string): Promise<void> {
  const number = (count += 1);
  const said: Reached = { number, point };
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    process.send?.(said);
  });
}
