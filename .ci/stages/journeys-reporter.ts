import { basename } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Names each journey and what came of it, and closes with how many there were. One that did not run, or broke outside of a test, is none that went as expected. */
export class JourneysReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const journeys = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0);
    for (const journey of journeys) console.log(`journey ${nameOf(journey)}: ${becameOf(journey)}`);
    for (const module of broken) console.log(`journey ${fileOf(module)}: broke before it began`);
    if (unhandled.length > 0) console.log(`${unhandled.length} errors outside of any journey`);
    const asExpected = journeys.filter((journey) => journey.result().state === 'passed').length;
    console.log(`${journeys.length + broken.length} journeys, ${asExpected} as expected`);
  }
}

const fileOf = ({ moduleId }: TestModule): string => basename(moduleId).replace('.journey.test.ts', '');
const nameOf = (test: TestCase): string => `${fileOf(test.module)} › ${test.name}`;

function becameOf(test: TestCase): string {
  const result = test.result();
  if (result.state === 'passed') return 'as expected';
  return result.state === 'skipped' ? `did not run (${result.note ?? 'no reason'})` : 'NOT as expected';
}
