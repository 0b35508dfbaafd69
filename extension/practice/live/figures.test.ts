import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';

test('of twenty the 95th percentile is the last but one, in whatever order they were measured', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
  expect(figuresOf(twenty)).toEqual({ p50: 10, p95: 19, max: 20 });
});

test('of one it is that one, and of none no number', () => {
  expect(figuresOf([7])).toEqual({ p50: 7, p95: 7, max: 7 });
  expect(figuresOf([]).p95).toBeNaN();
});
