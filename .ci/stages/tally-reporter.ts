import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { root } from '../root.ts';
import { tallyVariable, type Tally } from './tally.ts';

/**
 * Writes what a vitest run found. Vitest's own JSON reporter knows no reasons of skipped tests and no names of files
 * that failed before their first test, and both must be told.
 */
export class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const path = process.env[tallyVariable];
    if (path === undefined) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const tally: Tally = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: [
        ...tests.filter((test) => test.result().state === 'failed' || test.result().state === 'pending').map(nameOf),
        ...modules.filter(brokeByItself).map((module) => `${fileOf(module)} (the file itself)`),
        ...unhandled.map(() => 'an error outside of any test'),
      ],
      skipped: tests.flatMap((test) => {
        const result = test.result();
        return result.state === 'skipped' ? [{ name: nameOf(test), reason: result.note }] : [];
      }),
    };
    writeFileSync(path, JSON.stringify(tally));
  }
}

const fileOf = (module: TestModule): string => relative(root, module.moduleId);

const nameOf = (test: TestCase): string => `${fileOf(test.module)} › ${test.fullName}`;

/** A file that could not be loaded, whose worker died, or one of whose suites failed in a hook. */
function brokeByItself(module: TestModule): boolean {
  if (module.errors().length > 0 || module.state() === 'pending' || module.state() === 'queued') return true;
  return [...module.children.allSuites()].some((suite) => suite.errors().length > 0);
}
