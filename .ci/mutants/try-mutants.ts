// Tries some mutants, in a process that ends with them: `try-mutants.ts <first> <last>`. Tells its parent of each as it is done.

import { allMutants } from './all-mutants.ts';
import { takeCollected } from './collected-tests.ts';
import { openFreshModules } from './fresh-modules.ts';

const { tests, switched } = allMutants();
const load = openFreshModules(switched);
/** Whoever noticed last is asked first: neighbours are mostly noticed by the same tests. */
const order = [...tests];

/** What a test says of the program with that mutant; undefined where every test is content. */
async function firstComplaint(mutant: number): Promise<unknown> {
  Object.assign(globalThis, { mutant });
  for (const path of order) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: the first that notices is enough
      await load(path);
      // oxlint-disable-next-line no-await-in-loop
      for (const run of takeCollected()) await run();
    } catch (error) {
      takeCollected();
      order.splice(order.indexOf(path), 1);
      order.unshift(path);
      return error ?? 'thrown';
    }
  }
  return undefined;
}

const [first, last] = process.argv.slice(2).map(Number);
if (first === undefined || last === undefined) throw new Error('Which mutants? try-mutants.ts <first> <last>');
for (let mutant = first; mutant <= last; mutant += 1) {
  // oxlint-disable-next-line no-await-in-loop -- one switch for all
  const complaint = await firstComplaint(mutant);
  if (mutant === 0 && complaint !== undefined) console.error(complaint);
  process.send?.({ mutant, noticed: complaint !== undefined });
}
process.disconnect();
