import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShortName, shortNameForbidden, shortNameKey } from './short-name.ts';

const codeOf = (typed: string) => {
  const read = readShortName(typed);
  return read.ok ? read.value : read.error.code;
};

test.each([
  ['abc', 'abc'],
  ['contoso-voice_1', 'contoso-voice_1'],
  ['Zürich', 'Zürich'],
  ['Zu\u0308rich', 'Zürich'],
  ['日本語', '日本語'],
  ['📞📞📞', '📞📞📞'],
  ['ab', 'short_name_length'],
  ['', 'short_name_length'],
  ['sixteen-letters-', 'short_name_length'],
  ['fifteen-letters', 'fifteen-letters'],
  ['a\u0301b', 'short_name_length'],
  ['audit', 'short_name_reserved'],
  ['AuDiT', 'short_name_reserved'],
  ['audits', 'audits'],
  ['a b c', 'short_name_character'],
  ['a\u00a0bc', 'short_name_character'],
  ['a\u2003bc', 'short_name_character'],
  ['a\tbc', 'short_name_character'],
  ['a\u200bbc', 'short_name_character'],
  ['abc\u202e', 'short_name_character'],
  ['abc\u0000', 'short_name_character'],
])('%j → %s', (typed, expected) => {
  expect(codeOf(typed)).toBe(expected);
});

test.each(shortNameForbidden.split(' '))('%s is refused wherever it stands', (character) => {
  for (const typed of [`${character}abc`, `ab${character}c`, `abc${character}`])
    expect(codeOf(typed)).toBe('short_name_character');
});

test('what was read is read again as the same, and has the same key in any case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (typed) => {
      const read = readShortName(typed);
      if (!read.ok) return;
      expect(codeOf(read.value)).toBe(read.value);
      expect(shortNameKey(read.value.normalize('NFD'))).toBe(shortNameKey(read.value));
    }),
  );
});

test('names that differ in case or in composition alone are one name', () => {
  expect(shortNameKey('CONTOSO')).toBe(shortNameKey('contoso'));
  expect(shortNameKey('Zu\u0308rich')).toBe(shortNameKey('ZÜRICH'));
});
