import { expect, test } from 'vitest';
import { fill } from './fill.ts';

test('a value stands where the sentence names it, and a name without one stays', () => {
  expect(fill('{customer} since {time}', { customer: 'Contoso Ltd' })).toBe('Contoso Ltd since {time}');
});

test('a name that others chose turns no sentence around', () => {
  expect(fill('{customer} works.', { customer: 'Con\u202Etoso\u2066\n' })).toBe('Contoso works.');
});

test('joiners that belong to words stay', () => {
  expect(fill('{customer}', { customer: 'می\u200Cخواهم' })).toBe('می\u200Cخواهم');
});
