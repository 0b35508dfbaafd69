// Kills the API at each point of the line and at random moments: `npm run kills [-- --seed N --moments N --line NAME --only PATTERN]`.
// `--control` kills a build that acknowledges before it commits, and is content only if something is lost.

import { parseArgs } from 'node:util';
import { endAll } from '../processes.ts';
import { root } from '../root.ts';
import { killControl } from './kill-control.ts';
import { runKills } from './run-kills.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endAll);

const { values } = parseArgs({
  options: { control: { type: 'boolean', default: false } },
  strict: false,
});
const given = process.argv.slice(2).filter((each) => each !== '--control');
process.exitCode = values['control'] === true ? await killControl(root, given) : (await runKills(root, given)).code;
