// Everything that must hold before a change may land: `npm test`, optionally `-- --seed 7 --only lint,types --thorough`.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { endAll } from './processes.ts';
import { runStage, type Outcome } from './stages/run-stage.ts';
import { runAll } from './stages/schedule.ts';
import { stages } from './stages/stages.ts';
import { lineOf, summaryOf } from './stages/summary.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, only: { type: 'string' }, thorough: { type: 'boolean' } },
});
if (values.thorough === true) process.env['LATCHKEY_THOROUGH'] = 'true';
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
const only = values.only?.split(',');
const chosen = stages.filter(({ name }) => only?.includes(name) ?? true);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    endAll();
    console.log(`\nEnded by ${signal}; nothing was decided.`);
    process.exit(130);
  });
}

console.log(`Order of the tests: seed ${seed} (the same again: npm test -- --seed ${seed})`);
const outcomes: Outcome[] = [];
await runAll(chosen, Math.min(2, availableParallelism()), async (stage) => {
  const outcome = await runStage(stage, seed);
  outcomes.push(outcome);
  console.log(lineOf(outcome));
});
console.log(summaryOf(outcomes));
process.exitCode = chosen.length > 0 && outcomes.every(({ failed }) => failed.length === 0) ? 0 : 1;
