import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { confirmWalk } from './confirm-walk.ts';
import { readEvidence } from './evidence.ts';
import { readRecords } from './records.ts';

/*
 * `npm run walk:check`: does not believe the walk. It shares no code with it: from `walk/evidence.json` it takes what is
 * claimed, and looks each claim up in the server's database (read-only) and in the practice tenant's own request log.
 */

const folder = process.env['LATCHKEY_WALK'] ?? fileURLToPath(new URL('../../../walk', import.meta.url));
const evidence = readEvidence(folder);

if (evidence === undefined) {
  console.error(`There is no ${join(folder, 'evidence.json')} to check: run npm start -- --once first.`);
  process.exitCode = 1;
} else {
  const records = readRecords(resolve(folder, evidence.database), resolve(folder, evidence.requestLog));
  const { lines, exitCode } = confirmWalk(evidence, records);
  for (const line of lines) console.log(line);
  process.exitCode = exitCode;
}
