import { expect, test } from 'vitest';
import type { Outcome } from './run-stage.ts';
import { lineOf, summaryOf } from './summary.ts';

const well: Outcome = { stage: 'lint', passed: 1, failed: [], skipped: [], seconds: 1.25, output: 'all of it is fine' };
const ill: Outcome = {
  stage: 'unit',
  passed: 7,
  failed: ['a.test.ts › counts'],
  skipped: [{ name: 'b.test.ts › signs', reason: 'needs a smart card' }],
  seconds: 12,
  output: 'expected 1 to be 2',
};

test('a line names the stage, its time and its counts', () => {
  expect(lineOf(well)).toBe('✓ lint             1.3 s  1 passed');
  expect(lineOf(ill)).toBe('✗ unit            12.0 s  7 passed, 1 failed, 1 skipped');
});

test('the summary ends with the count and shows the output of what failed, and of nothing else', () => {
  const summary = summaryOf([well, ill]);
  expect(summary.split('\n').at(-1)).toBe('8 passed, 1 failed');
  expect(summary).toContain('expected 1 to be 2');
  expect(summary).not.toContain('all of it is fine');
});

test('what was skipped is named with its reason', () => {
  expect(summaryOf([ill])).toContain('b.test.ts › signs: needs a smart card');
});
