import { guide as words } from '@latchkey/shared/words/en/guide';
import { expect, test } from 'vitest';
import { checkPermissionsGuide } from './guides.ts';

test('the guide has the steps that have words, in their order', () => {
  expect(checkPermissionsGuide.map(({ id }) => id)).toEqual(Object.keys(words.steps));
});

test.each(checkPermissionsGuide)('$id says where it is known from, and when somebody last walked it', (step) => {
  expect(step.knownFrom.length).toBeGreaterThan(20);
  expect(step.walkedOn).toMatch(/^(never|\d{4}-\d{2}-\d{2})$/);
});

test.each(checkPermissionsGuide)('$id is complete without its arrow', ({ id }) => {
  expect(words.steps[id].text).not.toMatch(/\b(arrow|ring|highlighted|here)\b/i);
  expect(words.steps[id].text.length).toBeGreaterThan(30);
});

test('a step is ticked by a proof, or not at all', () => {
  const ticked = checkPermissionsGuide.filter(({ doneWhen }) => 'proof' in doneWhen).map(({ id }) => id);
  expect(ticked).toEqual(['grant-admin-consent', 'compare-permissions']);
});
