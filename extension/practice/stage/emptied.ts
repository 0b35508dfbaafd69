import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../stop.ts';

/** The folder of a new stage, without what the last one left. Anybody else's folder stays as it is, and is refused. */
export function emptied(folder: string): string {
  const somebodyElses =
    existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, 'practice-tenant'));
  if (somebodyElses) throw new Stop(`${folder} holds something else than a walk: name another folder, or empty it.`);
  rmSync(folder, { recursive: true, force: true });
  return folder;
}
