import { join } from 'node:path';
import { runNode, type Ended } from '../processes.ts';

const twoHours = 2 * 3_600_000;

/** Kills the API of a checkout; what is printed is shown as it comes. */
export const runKills = (checkout: string, given: readonly string[]): Promise<Ended> =>
  runNode([join(checkout, 'server/kills/kills.ts'), ...given], {
    cwd: checkout,
    env: process.env,
    limit: twoHours,
    onOutput: (chunk) => process.stdout.write(chunk),
  });
