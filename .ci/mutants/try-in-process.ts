import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../root.ts';

export interface Tried {
  readonly mutant: number;
  readonly noticed: boolean;
}

/** So long no mutant takes, however busy the machine: what takes longer turns in a circle, and that is noticed as well. */
const longestMs = 180_000;

/**
 * Tries the mutants from `first` to `last` in a process of its own, so that what it loaded is given back with its end. Ends early after
 * one that did not come to an end.
 */
export async function tryInProcess(first: number, last: number): Promise<readonly Tried[]> {
  const child = fork(join(root, '.ci/mutants/try-mutants.ts'), [String(first), String(last)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const tried: Tried[] = [];
  let stuck = false;
  const giveUp = (): void => {
    stuck = true;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(giveUp, longestMs);
  child.on('message', (told) => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, longestMs);
    tried.push(told as Tried);
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  if (stuck) return [...tried, { mutant: first + tried.length, noticed: true }];
  if (code !== 0) throw new Error(`The process that tries mutants ended with ${code} after ${tried.length} of them.`);
  return tried;
}
