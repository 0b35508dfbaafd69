// Says each small thing of the verdict rules differently, one at a time, and asks their tests whether they notice: `npm run mutants`.
// `npm run mutants -- 700 800` tries those alone, by the numbers with which the survivors are told.

import { allMutants } from './all-mutants.ts';
import { tryInProcess } from './try-in-process.ts';

const least = 90;
/** Each mutant loads the rules anew and nothing gives them back, so a process tries so many and ends. */
const atATime = 60;

const { words } = allMutants();
const [first = 1, last = words.length] = process.argv.slice(2).map(Number);

const [unchanged] = await tryInProcess(0, 0);
if (unchanged?.noticed !== false) {
  console.error('The tests are red without any mutant.');
  process.exit(1);
}
let survived = 0;
let next = first;
while (next <= last) {
  // oxlint-disable-next-line no-await-in-loop -- one process at a time: a second one would want the memory of another again
  const tried = await tryInProcess(next, Math.min(last, next + atATime - 1));
  const silent = tried.filter(({ noticed }) => !noticed);
  for (const { mutant } of silent) console.log(`survived: ${mutant} ${words[mutant - 1]}`);
  survived += silent.length;
  next += tried.length;
  console.log(`${next - first} of ${last - first + 1} tried, ${survived} survived`);
}
const count = last - first + 1;
const score = (100 * (count - survived)) / count;
console.log(`${count - survived} of ${count} mutants noticed: ${score.toFixed(1)} %`);
process.exitCode = score >= least ? 0 : 1;
