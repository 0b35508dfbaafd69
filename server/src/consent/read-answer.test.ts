import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from './read-answer.ts';

const state = 's'.repeat(43);
const read = (query: string) => readAnswer(new URLSearchParams(query));

test.each([
  [`code=c&state=${state}`, 'code'],
  [`code=c&state=${state}&session_state=x&unknown=y`, 'code'],
  [`error=access_denied&error_description=AADSTS65004&state=${state}`, 'error'],
  [`error=access_denied&code=c&state=${state}`, 'error'],
  [`admin_consent=True&error=consent_required&state=${state}`, 'error'],
  [`admin_consent=True&tenant=t&state=${state}`, 'approved'],
  [`admin_consent=TRUE&state=${state}`, 'approved'],
  [`admin_consent=False&state=${state}`, 'nonsense'],
  [`admin_consent=True&code=c&state=${state}`, 'nonsense'],
  [`code=&state=${state}`, 'nonsense'],
  [`error=&state=${state}`, 'nonsense'],
  [`error=%3Cb%3E&state=${state}`, 'nonsense'],
  [`state=${state}`, 'nonsense'],
  ['code=c', undefined],
  [`code=c&state=${state}x`, undefined],
  [`code=c&state=${state}&state=${state}`, undefined],
  [`code=c&code=d&state=${state}`, undefined],
  [`error=a&error=b&state=${state}`, undefined],
])('%s is read as %s', (query, kind) => {
  expect(read(query)?.kind).toBe(kind);
});

describe('T08: whatever stands in the address', () => {
  const name = fc.constantFrom('state', 'code', 'error', 'error_description', 'admin_consent', 'tenant', 'x');
  const value = fc.oneof(fc.constantFrom(state, 'True', 'true', '', 'access_denied', '__proto__'), fc.string());
  const query = fc.array(fc.tuple(name, value), { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs));

  test('an error is never read as a success, and nothing is read out of two', () => {
    fc.assert(
      fc.property(query, (search) => {
        const answer = readAnswer(search);
        const twice = ['state', 'code', 'error', 'error_description', 'admin_consent', 'tenant'].some(
          (one) => search.getAll(one).length > 1,
        );
        if (twice) expect(answer).toBeUndefined();
        if (search.has('error')) expect(['error', 'nonsense', undefined]).toContain(answer?.kind);
        if (answer?.kind === 'code') expect(search.get('code')).toBe(answer.code);
      }),
      { numRuns: 5000 },
    );
  });
});
