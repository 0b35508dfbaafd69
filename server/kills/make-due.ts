import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

/** A lock that is held for longer than this is held by a process that waits for us to tell it to go on: we must listen again. */
const patienceMs = 100;

/** Minutes go by: `update` is given the time that it is now. The lock may be held by a process that stands at one of its points. */
export async function makeDue(dataFolder: string, update: string): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    if (tryUpdate(dataFolder, update)) return;
    // oxlint-disable-next-line no-await-in-loop -- until the lock is free
    await pause(patienceMs);
  }
  throw new Error('the database was never free');
}

function tryUpdate(dataFolder: string, update: string): boolean {
  const database = new DatabaseSync(join(dataFolder, 'latchkey.db'), { timeout: patienceMs });
  try {
    database.prepare(update).run(new Date().toISOString());
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes('database is locked')) return false;
    throw error;
  } finally {
    database.close();
  }
}
