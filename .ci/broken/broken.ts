// Takes each defence out, one at a time, and asks its test whether it notices: `npm run broken [-- name…]`.

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { endAll } from '../processes.ts';
import { root } from '../root.ts';
import { readPatch } from './patch-file.ts';
import { tryAll } from './try-all.ts';
import type { Trial } from './try-patch.ts';

const wanted = process.argv.slice(2);
const every = globSync('{server,extension}/broken/*.patch', { cwd: root }).toSorted();
const patches = every
  .map((path) => ({ ...readPatch(join(root, path)) }))
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const unknown = wanted.filter((name) => patches.every((patch) => patch.name !== name));
if (unknown.length > 0 || patches.length === 0) {
  console.error(`No patch named ${unknown.join(', ')} in server/broken or extension/broken.`);
  process.exit(1);
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stop.abort();
    endAll();
  });
}

const trials: Trial[] = [];
await tryAll(root, patches, {
  lanes: 2,
  signal: stop.signal,
  onTrial: (trial) => {
    if (stop.signal.aborted) return;
    trials.push(trial);
    console.log(`${trials.length} of ${patches.length} · ${trial.name}: ${trial.words}`);
  },
});
const caught = trials.filter((trial) => trial.caught).length;
console.log(`${caught} of ${patches.length} caught`);
process.exitCode = caught === patches.length ? 0 : 1;
