import { setTimeout as pause } from 'node:timers/promises';
import { Stuck } from './client.ts';
import { makeDue } from './make-due.ts';
import type { Walk } from './walker.ts';

interface Awaited {
  /** Make due what a dead process held, and what is planned for later; each is given the time that it is now. */
  readonly updates: readonly string[];
  /** Asks the API, so that its death is noticed, and says whether it is done. */
  readonly isDone: () => Promise<boolean>;
  /** What is said where it never is. */
  readonly otherwise: string;
}

/** Waits for what the API does by itself; each time that it is there again after a death, whatever the dead one held is due. */
export async function untilDone({ dataFolder }: Walk, { updates, isDone, otherwise }: Awaited): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- the database takes one after the other
  for (const update of updates) await makeDue(dataFolder, update);
  for (let turn = 0; turn < 400; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- until it is done
    if (await isDone()) return;
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
  throw new Stuck(otherwise);
}
