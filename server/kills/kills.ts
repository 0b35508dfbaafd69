// Kills the API at each point of the line and at moments that nobody chose: `npm run kills [-- --seed N --moments N --line NAME]`.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { walkLines, type Kill, type Toll } from './lines.ts';
import { atEachPoint, atMoments, randomWaits } from './plan.ts';
import { ownPointsOf } from './own-points.ts';
import { startPractice } from './practice-process.ts';
import { freePort } from './free-port.ts';
import { histogram, summary } from './summary.ts';
import type { Method } from './walker.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    moments: { type: 'string', default: '30' },
    only: { type: 'string', default: '' },
    line: { type: 'string', default: '' },
  },
});
const situations: Readonly<Record<Method, string>> = {
  'invitation-link': 'contoso-happy',
  'known-password': 'woodgrove-known-password',
  'service-account': 'adatum-approval-requested',
  'approved-again': 'contoso-happy',
  mailed: 'contoso-happy',
  expired: 'contoso-happy',
  // It has a tenant more.
  listed: 'wingtip-wrong-tenant',
  adopted: 'northwind-application-consented-before',
};
const folder = mkdtempSync(join(tmpdir(), 'latchkey-kills-'));
// The process is started some hundred times: what its sources compile to is kept.
process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
const only = new RegExp(values.only);
const unmet: string[] = [];
console.log(`seed ${values.seed}, in ${folder}`);

/** Both plans for one line: each point first, then the moments, within the time that a line took. */
async function killsOf(method: Method, moments: number, seed: number): Promise<readonly Toll[]> {
  const port = await freePort();
  const place = join(folder, method);
  const practice = await startPractice(join(place, 'practice'), situations[method], `http://127.0.0.1:${port}`);
  const onKill = ({ phase, point = 'at a moment that nobody chose' }: Kill): void =>
    console.log(`${method} · ${phase} · ${point}`);
  const common = { port, practice, method, onKill };
  try {
    const own = ownPointsOf(method);
    const isWanted = (phase: string, point: string): boolean =>
      own.meets(phase, point) && only.test(`${phase} · ${point}`);
    const named = await walkLines({ ...common, folder: join(place, 'points'), plan: atEachPoint(isWanted) });
    if (values.only === '') unmet.push(...own.unmet());
    // The last of those lines was walked without a death.
    const plan = atMoments(randomWaits(moments, seed, named.lineMs / 2));
    return moments === 0 ? [named] : [named, await walkLines({ ...common, folder: join(place, 'moments'), plan })];
  } finally {
    await practice.stop();
  }
}

// Ends by `exit`, so that whoever was started hears of it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const moments = Number(values.moments);
const seed = Number(values.seed);
const lanes: readonly (readonly Method[])[] = [
  ['invitation-link', 'approved-again', 'mailed', 'expired'],
  ['known-password', 'service-account', 'listed', 'adopted'],
];
const wanted = lanes.flat().filter((method) => method.includes(values.line));
/** One after the other, each with its share of the moments. */
async function walkLane(lane: readonly Method[]): Promise<readonly Toll[]> {
  const tolls: Toll[] = [];
  for (const method of lane) {
    const place = wanted.indexOf(method);
    const share = Math.ceil(Math.max(0, moments - place) / wanted.length);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (place >= 0) tolls.push(...(await killsOf(method, share, seed + place)));
  }
  return tolls;
}
const tolls = (await Promise.all(lanes.map(walkLane))).flat();
for (const row of histogram(tolls)) console.log(row);
const { lines, isClean } = summary(tolls, unmet);
for (const row of lines) console.log(row);
if (isClean) rmSync(folder, { recursive: true, force: true });
process.exitCode = isClean ? 0 : 1;
