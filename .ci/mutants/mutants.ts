// Says each small thing of the verdict rules differently, one at a time, and asks their tests whether they notice: `npm run mutants`.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { takeCollected } from './collected-tests.ts';
import { openFreshModules } from './fresh-modules.ts';
import { mutationsOf, withSwitches } from './mutations.ts';

const folder = 'shared/src/validation';
const least = 90;

const everyFile = globSync(`${folder}/*.ts`, { cwd: root }).toSorted();
const rules = everyFile.filter((path) => !path.endsWith('.test.ts') && !path.endsWith('-samples.ts'));
/** The examples alone must notice: a property of 20,000 runs would, too, and take an hour over all mutants. */
const tests = everyFile.filter((path) => path.endsWith('.test.ts') && !path.includes('anything'));

let count = 0;
const switched = new Map<string, string>();
const mutants: { readonly number: number; readonly words: string }[] = [];
for (const path of rules) {
  const source = readFileSync(join(root, path), 'utf8');
  const mutations = mutationsOf(path, source);
  switched.set(join(root, path), withSwitches(source, mutations, count + 1));
  for (const { start, end, instead } of mutations) {
    count += 1;
    const line = source.slice(0, start).split('\n').length;
    mutants.push({
      number: count,
      words: `${path}:${line} ${source.slice(start, end)} → ${instead}`.replaceAll(/\s+/g, ' '),
    });
  }
}
const load = openFreshModules(switched);

/** What a test says of the program with that mutant; undefined where every test is content. */
async function firstComplaint(mutant: number): Promise<unknown> {
  Object.assign(globalThis, { mutant });
  for (const path of tests) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the first that notices is enough
      await load(join(root, path));
      // oxlint-disable-next-line no-await-in-loop
      for (const run of takeCollected()) await run();
    } catch (error) {
      takeCollected();
      return error ?? 'thrown';
    }
  }
  return undefined;
}

const complaint = await firstComplaint(0);
if (complaint !== undefined) {
  console.error('The tests are red without any mutant:', complaint);
  process.exit(1);
}
let survived = 0;
for (const { number, words } of mutants) {
  // oxlint-disable-next-line no-await-in-loop -- one switch for all
  if ((await firstComplaint(number)) !== undefined) continue;
  survived += 1;
  console.log(`survived: ${words}`);
}
const score = (100 * (count - survived)) / count;
console.log(`${count - survived} of ${count} mutants noticed: ${score.toFixed(1)} %`);
process.exitCode = score >= least ? 0 : 1;
