import type { Verdict } from '@latchkey/shared/validation/verdict';
import { commonEnglish } from '@latchkey/shared/words/en/common';
import { expect, test } from 'vitest';
import { actionNeeded, verdictOf } from '../../e2e/fake-api/samples.ts';

import { readVerdict, verdictWord } from './verdict-view.ts';

const hour = 3_600_000;

test('a fresh verdict reads as it was proved', () => {
  expect(readVerdict(actionNeeded(0), Date.now())).toEqual({
    name: 'action_needed',
    cause: 'permission_one_person',
    evidence: 'grants',
    owner: 'customer',
    ageing: false,
  });
});

test('a proof older than a day is still believed, and fades', () => {
  expect(readVerdict(verdictOf(25 * hour), Date.now())).toMatchObject({
    name: 'working',
    evidence: 'probe',
    ageing: true,
  });
});

test('a verdict past its time is unknown, proves nothing, and we must look again', () => {
  expect(readVerdict(verdictOf(37 * hour), Date.now())).toEqual({
    name: 'unknown',
    cause: 'too_old',
    evidence: 'none',
    owner: 'provider',
    ageing: false,
  });
});

test('without a verdict nothing is known', () => {
  expect(readVerdict(null, Date.now())).toMatchObject({ name: 'unknown', cause: 'never_validated', evidence: 'none' });
});

const speech = { words: commonEnglish, tag: 'en', direction: 'ltr' } as const;
const wordOf = (verdict: Verdict) => verdictWord(readVerdict(verdict, Date.now()), verdict, Date.now(), speech);

test('a verdict that was good says when it worked, once it is too old to be believed', () => {
  expect(wordOf(verdictOf(25 * hour))).toBe('Working');
  expect(wordOf(verdictOf(37 * hour))).toMatch(/^Worked \d/);
  expect(wordOf(verdictOf(37 * hour, { verdict: 'degraded' }))).toMatch(/^Worked \d/);
});

test('a verdict that was not good never says that it worked', () => {
  expect(wordOf({ ...actionNeeded(37 * hour) })).toBe('Unknown');
  expect(wordOf(verdictOf(37 * hour, { verdict: 'unreachable' }))).toBe('Unknown');
});
