import { expect, test } from 'vitest';
import { VerdictName } from '../validation/verdict.ts';
import { isTurn } from './turn.ts';

test('somebody is told of each change from and to working, and of nothing else', () => {
  const names = [null, ...VerdictName.options];
  const told = names.flatMap((before) =>
    VerdictName.options.filter((after) => isTurn(before, after)).map((after) => `${before ?? 'never'} → ${after}`),
  );
  expect(told).toEqual([
    'never → working',
    'working → degraded',
    'working → action_needed',
    'working → blocked',
    'working → unknown',
    'degraded → working',
    'settling → working',
    'action_needed → working',
    'blocked → working',
    'unreachable → working',
    'unknown → working',
  ]);
});
