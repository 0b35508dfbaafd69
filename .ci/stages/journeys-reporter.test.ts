import { expect, test, vi } from 'vitest';
import type { TestModule } from 'vitest/node';
import { JourneysReporter } from './journeys-reporter.ts';

type State = 'passed' | 'failed' | 'skipped';

/** A file of journeys as vitest tells of it, as far as the reporter looks. */
function fileOf(name: string, states: readonly State[], errors: readonly unknown[] = []): TestModule {
  const module = { moduleId: `/e2e/journeys/${name}.journey.test.ts`, state: () => 'failed', errors: () => errors };
  const tests = states.map((state, at) => ({
    name: `journey ${at + 1}`,
    module,
    result: () => (state === 'skipped' ? { state, note: 'no screen' } : { state }),
  }));
  return { ...module, children: { allTests: () => tests } } as unknown as TestModule;
}

function told(modules: readonly TestModule[], unhandled: readonly unknown[] = []): readonly string[] {
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  new JourneysReporter().onTestRunEnd(modules, unhandled);
  const lines = print.mock.calls.map(([line]) => String(line));
  print.mockRestore();
  return lines;
}

test('each journey is named with what came of it, and the last line counts what went as expected', () => {
  expect(told([fileOf('life', ['passed', 'failed', 'skipped'])])).toEqual([
    'journey life › journey 1: as expected',
    'journey life › journey 2: NOT as expected',
    'journey life › journey 3: did not run (no screen)',
    '3 journeys, 1 as expected',
  ]);
});

test('a file that broke before its first journey counts as one that was not as expected', () => {
  expect(told([fileOf('life', ['passed']), fileOf('endings', [], [new Error()])], [new Error()])).toEqual([
    'journey life › journey 1: as expected',
    'journey endings: broke before it began',
    '1 errors outside of any journey',
    '2 journeys, 1 as expected',
  ]);
});
