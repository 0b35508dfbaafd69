import type { KillableApi } from './killable-api.ts';

/** Decides when the process dies. */
export interface Plan {
  /** Asked at each point of each line. */
  diesAt(phase: string, point: string): boolean;
  /** A line begins; gives what ends it. */
  begin(api: KillableApi): () => void;
  /** Whether enough lines were walked; asked after each. */
  isOver(): boolean;
}

/** Fewer than a row of a list is claimed before it is given up: nobody must give up because of us. */
const mostInALine = 12;

/**
 * Once at each point that a line comes past, a dozen in each line at most, until a whole line has passed no new one. `only` takes some
 * of them.
 */
export function atEachPoint(only: (phase: string, point: string) => boolean = () => true, mostLines = 12): Plan {
  const died = new Set<string>();
  let lines = 0;
  let newOnes = 0;
  return {
    diesAt(phase, point) {
      // What is kept of a session is written now and then, whatever the line is at.
      const name = point.endsWith(' kv') ? point : `${phase} · ${point}`;
      if (newOnes === mostInALine || died.has(name) || !only(phase, point)) return false;
      died.add(name);
      newOnes += 1;
      return true;
    },
    begin() {
      lines += 1;
      newOnes = 0;
      return () => undefined;
    },
    isOver: () => newOnes === 0 || lines >= mostLines,
  };
}

/**
 * At one moment after another: each so long after the process answers again, wherever the line is then. What is left of a wait at the
 * end of a line is waited in the next.
 */
export function atMoments(waits: readonly number[]): Plan {
  const left = [...waits];
  return {
    diesAt: () => false,
    begin(api) {
      let timer: NodeJS.Timeout | undefined;
      let since = 0;
      let isOn = true;
      const plan = (): void => {
        const [wait] = left;
        if (!isOn || wait === undefined) return;
        since = performance.now();
        timer = setTimeout(() => {
          timer = undefined;
          left.shift();
          void api.kill().then(plan);
        }, wait);
      };
      plan();
      return () => {
        isOn = false;
        const [wait] = left;
        if (timer === undefined || wait === undefined) return;
        clearTimeout(timer);
        left[0] = wait - (performance.now() - since);
      };
    },
    isOver: () => left.length === 0,
  };
}

/** Waits that nobody chose, each shorter than `withinMs`; the same for the same seed. */
export function randomWaits(count: number, seed: number, withinMs: number): readonly number[] {
  const random = numbersFrom(seed);
  return Array.from({ length: count }, () => random() * withinMs);
}

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
